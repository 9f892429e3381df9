import type { English } from '../platform/words.ts'
import type { words } from './start-words.ts'

export const english = {
  'step-database': 'starting the database',
  'step-migrate': 'bringing the database to this version',
  'step-web': 'building the pages (only after a change)',
  'step-demo': 'making the demonstration data (once)',
  'step-women': 'inventing the women of the demonstration ({done} of {all})…',
  'step-server': 'opening the server',
  'database-fell': 'the database ended though nobody stopped it; starting it again',
  'database-stands': 'the database stands again; nothing is lost',
  kit: 'kit of screens: {address}',
  ready: 'ready: {address}',
  'demo-marked': 'This is the demonstration; every woman and organisation in it is invented.',
  'first-administrator': 'one-time link of the first administrator: {address}',
  'key-made':
    'The master key was made: {file}. Print its recovery sheet with “npm run kariz -- key sheet” and keep it in a safe place; losing it loses all data.',
  stopped: 'stopped.',
  'node-too-old': 'Node 26 is needed and this is {detail}. Start with “npm start”, which uses the right one.',
  'unsupported-platform': 'The embedded database is not available for {detail}. Give a PostgreSQL 15 or later by DATABASE_URL.',
  'no-user-namespaces': 'Running as root, and user namespaces are forbidden here. Run as an ordinary user or give DATABASE_URL.',
  'another-kariz': 'Another Kariz already works on this folder: {detail}. Nothing was touched. Use that one or stop it first.',
  'port-taken': 'Port {detail} is in use by another program. Give another by --port.',
  'disk-full': 'The disk is full: {detail}. Make room and start again; nothing is lost.',
  'database-unreachable': 'The database named by DATABASE_URL cannot be reached. Check its address, password and whether it runs.',
  'database-too-old': 'The database is version {detail}; PostgreSQL 15 or later is needed.',
  'database-may-not-create-roles':
    'The database user may not create roles. Let the database administrator run db/roles.sql once, or give this user CREATEROLE.',
  'database-did-not-start': 'The embedded database did not start. Details: {detail}',
  'newer-data': 'These data were written by a newer Kariz ({detail}). Run that version or a later one; nothing was touched.',
  'folder-of-other-kind': 'This folder was made for “{detail}” and never becomes the other kind. Give another folder by --data.',
  'demo-is-loopback-only': 'The demonstration opens on this computer only. Leave out --host or start with --real.',
  'key-file-unreadable':
    'The master key file cannot be read or does not hold 32 bytes: {detail}. Without the right key the data do not open.',
  'key-missing':
    'The master key file is missing, but there are data: {detail}. Put it back, or make it again from its printed sheet with “npm run kariz -- key restore”. Nothing was touched.',
  'key-of-another-house':
    'The key in this file does not open the database: {detail}. Put its own key there, or make it again from its printed sheet with “npm run kariz -- key restore”. Nothing was touched.',
  'sheet-title': 'Kariz — recovery sheet of the master key — key: {print}',
  'sheet-use':
    'Keep this sheet in a safe place, apart from the backup of the data: both together open everything, and without this key nothing opens. To recover, type the four lines after “npm run kariz -- key restore” (file: {file}). The last two letters of a line tell a slip of the finger.',
  'sheet-type': 'Type the four lines of the sheet and end with Ctrl-D:',
  'sheet-wrong': 'These lines are missing or not as printed: {lines}. No file was made.',
  'key-is-there': 'The key file is in its place: {file}. Move it away if another key shall be there; it was not touched.',
  'key-restored': 'The key file was made: {file} (key: {print}).',
  'key-rotated':
    'The master key was changed: {old} opens this database no more, {print} does. Print the new sheet with “key sheet”. Keep the old sheet as long as a backup from before today is kept.',
  'unknown-option': 'The option “{detail}” is not known. See “npm start -- --help”.',
  help: 'npm start -- [--real|--demo] [--data DIR] [--port N] [--host ADDRESS]\nvariables: DATABASE_URL PORT KARIZ_DATA KARIZ_KEY_FILE',
} as const satisfies English<typeof words>
