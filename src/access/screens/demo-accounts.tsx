import type { z } from 'zod'
import { useRead } from '../../platform/client.ts'
import { useSay, wordFor } from '../../ui/language.tsx'
import { Card } from '../../ui/layout.tsx'
import { listDemoAccounts } from '../contract.ts'
import type { Role } from '../roles.ts'
import { words } from '../words.ts'
import { RowButton, RowLink } from './row-button.tsx'

export interface Entering {
  readonly email: string
  readonly password: string
  readonly code: string
}
type Account = z.infer<typeof listDemoAccounts.output>['accounts'][number]
/** Those who work with the women stand together, beside those who watch over the plan: two columns that never change while letters load. */
const WORKING: readonly Role[] = ['AG', 'GD']
/** The invented people of the demonstration, gathered by what they are; one press enters as any of them. */
export function DemoAccounts({ enterAs, isPending }: { readonly enterAs: (account: Entering) => void; readonly isPending: boolean }) {
  const say = useSay()
  const { data } = useRead(listDemoAccounts, {}, { every: 15_000 })
  if (data === undefined) return null
  const roles = [...new Set(data.accounts.map(({ role }) => role))]
  const columns = [roles.filter((role) => !WORKING.includes(role)), roles.filter((role) => WORKING.includes(role))]
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="pb-3 font-bold text-body">
        {say(words['demo-accounts'])}
      </h2>
      <div className="grid items-start gap-x-4 sm:grid-cols-2">
        {columns.map((column) => (
          <div key={column.join()}>
            {column.map((role) => (
              <OfRole
                key={role}
                role={role}
                accounts={data.accounts.filter((account) => account.role === role)}
                isPending={isPending}
                onPress={({ email }) => enterAs({ email, password: data.password, code: data.code })}
              />
            ))}
            {column.includes('GD') ? <HerOwnPages /> : null}
          </div>
        ))}
      </div>
    </section>
  )
}
/** She has no account: her own pages are made on the server and entered by phone, code and number. */
function HerOwnPages() {
  const say = useSay()
  return (
    <Card title={say(words['demo-her'])}>
      <p className="-mt-3 pb-3 text-ink-2 text-tag">{say(words['demo-W'])}</p>
      <RowLink href="/mine" title={say(words['demo-her-pages'])} />
    </Card>
  )
}
interface OfRoleProps {
  readonly role: Role
  readonly accounts: readonly Account[]
  readonly isPending: boolean
  readonly onPress: (account: Account) => void
}
function OfRole({ role, accounts, isPending, onPress }: OfRoleProps) {
  const say = useSay()
  const part = say(wordFor(words, `role-${role}`))
  return (
    <Card title={part}>
      <p className="-mt-3 pb-3 text-ink-2 text-tag">{say(wordFor(words, `demo-${role}`))}</p>
      <ul className="flex flex-col gap-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <RowButton
              spoken={say(words['enter-as'], { name: part })}
              title={account.place}
              note={account.name}
              isDisabled={isPending}
              onPress={() => onPress(account)}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
