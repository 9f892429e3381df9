import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { listUndecided } from '../contract/eligibility.ts'
import { words } from '../words.ts'
import { CaseLines } from './case-lines.tsx'

const Search = z.object({ countyCode: z.coerce.string().optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Files that wait for a decision, the longest waiting first; opened one by one, with the purpose said. */
export function Screen() {
  const say = useSay()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { countyName } = useCounties()
  const undecided = useRead(listUndecided, { limit: 50, ...search })
  const go = (change: object): void => void navigate({ to: '/staff/undecided', search: () => ({ ...search, after: undefined, ...change }) })
  return (
    <>
      <PageHeader title={say(words.undecided)} />
      <div className="max-w-md pb-4">
        <CountyField
          label={say(words.county)}
          empty={say(ui.all)}
          value={search.countyCode}
          onChange={(countyCode) => go({ countyCode })}
        />
      </div>
      <Read of={undecided}>
        {(data) =>
          data.cases.length === 0 ? (
            <EmptyState>{say(words['no-undecided'])}</EmptyState>
          ) : (
            <>
              <CaseLines label={say(words.undecided)} rows={data.cases} countyName={countyName} />
              {data.next === null ? null : (
                <div className="pt-4">
                  <Button onPress={() => go({ after: data.next })}>{say(ui.more)}</Button>
                </div>
              )}
            </>
          )
        }
      </Read>
    </>
  )
}
