import { useNavigate, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { listCases } from '../contract/cases.ts'
import { positions } from '../rules/case-moves.ts'
import { words } from '../words.ts'
import { CaseLines } from './case-lines.tsx'

const Search = z.object({
  countyCode: z.coerce.string().optional().catch(undefined),
  position: z.enum(positions).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})

/** The pseudonymous list: file number, position, county, days, and nothing else. Filters live in the address. */
export function Screen() {
  const say = useSay()
  const search = Search.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { counties, countyName } = useCounties()
  const cases = useRead(listCases, { limit: 50, ...search })
  const filter = (change: object): void => {
    void navigate({ to: '/staff/cases', search: () => ({ ...search, after: undefined, ...change }) })
  }
  return (
    <>
      <PageHeader
        title={say(words.cases)}
        facts={cases.data === undefined ? undefined : say(words['count-cases'], { n: cases.data.total })}
      />
      <div className="grid gap-3 pb-4 sm:grid-cols-2">
        <SelectField
          label={say(words.county)}
          empty="—"
          value={search.countyCode}
          onChange={(countyCode) => filter({ countyCode })}
          choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          label={say(words.position)}
          empty="—"
          value={search.position}
          onChange={(position) => filter({ position })}
          choices={positions.map((position) => ({ value: position, label: say(wordFor(words, `position-${position}`)) }))}
        />
      </div>
      <Read of={cases}>
        {(data) => (
          <>
            <CaseLines label={say(words.cases)} rows={data.cases} countyName={countyName} />
            {data.next === null ? null : (
              <div className="pt-4">
                <Button onPress={() => filter({ after: data.next })}>{say(ui.more)}</Button>
              </div>
            )}
          </>
        )}
      </Read>
    </>
  )
}
