import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
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
  const filters = useFilters(Search)
  const { values, change } = filters
  const { countyName } = useCounties()
  const cases = useRead(listCases, { limit: 50, ...values })
  return (
    <>
      <PageHeader
        title={say(words.cases)}
        facts={cases.data === undefined ? undefined : say(words['count-cases'], { n: cases.data.total })}
      />
      <FilterBar filters={filters}>
        <CountyField
          label={say(words.county)}
          empty={say(ui.all)}
          value={values.countyCode}
          onChange={(countyCode) => change({ countyCode })}
        />
        <SelectField
          label={say(words.position)}
          empty={say(ui.all)}
          value={values.position}
          onChange={(position) => change({ position })}
          choices={positions.map((position) => ({ value: position, label: say(wordFor(words, `position-${position}`)) }))}
        />
      </FilterBar>
      <Read of={cases}>
        {(data) => (
          <>
            <CaseLines label={say(words.cases)} rows={data.cases} countyName={countyName} />
            {data.next === null ? null : (
              <div className="pt-4">
                <Button onPress={() => change({ after: data.next ?? undefined })}>{say(ui.more)}</Button>
              </div>
            )}
          </>
        )}
      </Read>
    </>
  )
}
