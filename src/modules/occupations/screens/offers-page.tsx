import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { words as ui } from '../../../ui/words.ts'
import { CountyField } from '../../territory/screens/port.ts'
import { listOffers } from '../contract.ts'
import { words } from '../words.ts'
import { OfferLines } from './offer-lines.tsx'

const Search = z.object({ countyCode: z.coerce.string().optional().catch(undefined) })
/** What the counties offer today, and why. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listOffers, filter)
  return (
    <>
      <PageHeader title={say(words.offers)} />
      <FilterBar filters={filters}>
        <CountyField
          label={say(words.county)}
          empty={say(ui.all)}
          value={filter.countyCode}
          onChange={(countyCode) => change({ countyCode })}
        />
      </FilterBar>
      <Read of={read}>
        {({ offers }) => (offers.length === 0 ? <EmptyState>{say(words['no-offers'])}</EmptyState> : <OfferLines offers={offers} />)}
      </Read>
    </>
  )
}
