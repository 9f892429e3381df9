import { demoAccounts } from '../access/demo.ts'
import { territoryCommands } from '../modules/territory/commands.ts'
import { type Command, CommandMistake, type Opened } from '../platform/cli.ts'
import { Door } from '../platform/db.ts'
import { StartFailure } from '../platform/start-failure.ts'
import { format } from '../platform/words.ts'
import { optionsIn } from './command-options.ts'
import { keyCommands } from './key-commands.ts'
import { handled } from './rooms.ts'
import { bringToThisVersion, openDatabase, stampFolder } from './start.ts'
import { words } from './start-words.ts'

const own: readonly Command[] = [
  {
    name: 'help',
    help: 'this list',
    run: async () => {
      for (const { name, help } of commands) console.log(`kariz -- ${name.padEnd(28)} ${help}`)
    },
  },
  {
    name: 'migrate',
    help: 'brings the database to this version (--data, DATABASE_URL as for start)',
    run: async (_args, open) => {
      const { migrated, close } = await open()
      console.log(migrated.length === 0 ? 'up to date' : migrated.join('\n'))
      await close()
    },
  },
  {
    name: 'routes',
    help: 'every route: method, path, room, action, offline, logged (--json)',
    run: async (args) => {
      const routes = handled.map(({ route }) => ({
        method: route.method,
        path: `/api${route.path}`,
        room: route.action.split('.')[0],
        action: route.action,
        offline: route.offline === true,
        logged: route.logged === true,
      }))
      if (args.includes('--json')) console.log(JSON.stringify(routes, null, 2))
      else for (const { method, path, action } of routes) console.log(`${method.padEnd(5)} ${path.padEnd(60)} ${action}`)
    },
  },
  {
    name: 'demo accounts',
    help: 'accounts of the demonstration by role (--json)',
    run: async (args) => {
      if (args.includes('--json')) console.log(JSON.stringify(demoAccounts, null, 2))
      else for (const { role, email, place } of demoAccounts) console.log(`${role.padEnd(3)} ${email.padEnd(40)} ${place}`)
    },
  },
]
const commands: readonly Command[] = [...own, ...keyCommands, ...territoryCommands]

async function run(args: readonly string[]): Promise<void> {
  const command = commands.find(({ name }) => args.slice(0, name.split(' ').length).join(' ') === name)
  if (command === undefined) throw new CommandMistake(`no such command: ${args.join(' ')}; see kariz -- help`)
  const rest = args.slice(command.name.split(' ').length)
  await command.run(rest, () => openFor(rest))
}
async function openFor(args: readonly string[]): Promise<Opened> {
  const options = optionsIn(args)
  if (options.databaseUrl === undefined) stampFolder(options)
  const database = await openDatabase(options)
  const migrated: string[] = []
  await bringToThisVersion(database.config, (name) => migrated.push(name))
  const door = new Door(database.config)
  return {
    door,
    migrated,
    close: async () => {
      await door.close()
      await database.stop()
    },
  }
}

try {
  await run(process.argv.slice(2).length === 0 ? ['help'] : process.argv.slice(2))
} catch (error) {
  if (error instanceof StartFailure) console.error(format(words[error.kind].message, 'fa', { detail: error.detail }))
  else if (error instanceof CommandMistake) console.error(error.message)
  else throw error
  process.exitCode = 1
}
