import { useRead } from '../../platform/client.ts'
import { useSay, wordFor } from '../../ui/language.tsx'
import { Card } from '../../ui/layout.tsx'
import { listDemoAccounts } from '../contract.ts'
import { words } from '../words.ts'
import { RowButton } from './row-button.tsx'

export interface Entering {
  readonly email: string
  readonly password: string
  readonly code: string
}
/** The invented people of the demonstration, gathered by what they are; one press enters as any of them. */
export function DemoAccounts({ enterAs, isPending }: { readonly enterAs: (account: Entering) => void; readonly isPending: boolean }) {
  const say = useSay()
  const { data } = useRead(listDemoAccounts, {}, { every: 15_000 })
  if (data === undefined) return null
  const roles = [...new Set(data.accounts.map(({ role }) => role))]
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="pb-3 font-bold text-body">
        {say(words['demo-accounts'])}
      </h2>
      <div className="sm:columns-2 sm:gap-4">
        {roles.map((role) => {
          const part = say(wordFor(words, `role-${role}`))
          return (
            <div key={role} className="break-inside-avoid">
              <Card title={part}>
                <p className="-mt-3 pb-3 text-ink-2 text-tag">{say(wordFor(words, `demo-${role}`))}</p>
                <ul className="flex flex-col gap-2">
                  {data.accounts
                    .filter((account) => account.role === role)
                    .map(({ email, name, place }) => (
                      <li key={email}>
                        <RowButton
                          spoken={say(words['enter-as'], { name: part })}
                          title={place}
                          note={name}
                          isDisabled={isPending}
                          onPress={() => enterAs({ email, password: data.password, code: data.code })}
                        />
                      </li>
                    ))}
                </ul>
              </Card>
            </div>
          )
        })}
      </div>
    </section>
  )
}
