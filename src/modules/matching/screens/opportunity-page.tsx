import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { LongTextField } from '../../../ui/fields.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { words as businesses } from '../../businesses/words.ts'
import { OccupationNote } from '../../occupations/screens/port.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { closeOpportunity, type Opportunity, readOpportunity } from '../contract/opportunities.ts'
import { words } from '../words.ts'
import { ProposalsTable } from './proposals-table.tsx'
import { OpportunityStateTag } from './state-tags.tsx'

/** One opportunity: whose it is, what it asks, how many places are left, and who was proposed. */
export function Screen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readOpportunity, { id })
  const mayReadProposals = useMay('matching.read-proposals')
  const mayClose = useMay('matching.open-opportunity')
  return (
    <Read of={read}>
      {(one) => (
        <>
          <PageHeader
            title={one.title}
            facts={
              <>
                <span>{one.organisationName}</span>
                <OpportunityStateTag state={one.state} />
              </>
            }
          />
          <OpportunityFacts one={one} />
          {mayReadProposals ? (
            <Card title={say(words.proposals)}>
              <ProposalsTable opportunityId={one.id} />
            </Card>
          ) : null}
          {mayClose && one.state === 'open' ? <Closing one={one} /> : null}
        </>
      )}
    </Read>
  )
}
function OpportunityFacts({ one }: { readonly one: Opportunity }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const n = (value: number): string => formatNumber(value, language)
  const asked = (value: number | null, more = ''): string => (value === null ? say(words['not-asked']) : `${n(value)}${more}`)
  return (
    <Card>
      <Facts
        facts={[
          [say(words.county), countyName(one.countyCode)],
          [say(words.source), say(words[`source-${one.source}`])],
          [say(words.field), one.fieldTitle],
          [say(words.places), n(one.places)],
          [say(words.taken), n(one.taken)],
          [say(words.left), n(one.left)],
          [say(words['least-craft']), asked(one.leastCraft)],
          [say(words['least-weekly']), asked(one.leastWeekly, one.unit === null ? '' : ` ${say(businesses[`unit-${one.unit}`])}`)],
          [say(words['needs-permit']), say(words[one.needsPermit ? 'yes' : 'no'])],
          [say(words['starts-on']), formatDate(one.startsOn, language)],
          [say(words['ends-on']), formatDate(one.endsOn, language)],
          ...(one.reason === null ? [] : [[say(words.reason), one.reason] as const]),
        ]}
      />
      <div className="pt-3">
        <OccupationNote countyCode={one.countyCode} fieldCode={one.fieldCode} />
      </div>
    </Card>
  )
}
const SHORTEST_REASON = 5
function Closing({ one: { id, version, source } }: { readonly one: Opportunity }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const write = useWrite(closeOpportunity)
  if (source === 'order') return <p className="text-ink-2">{say(words['by-order'])}</p>
  return (
    <Card title={say(words.close)} isFolded>
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">{say(words['close-hint'])}</p>
        <LongTextField label={say(words.reason)} name="reason" isRequired value={reason} onChange={setReason} />
        <ProblemBox error={write.error} />
        <div>
          <Button
            isDisabled={reason.trim().length < SHORTEST_REASON}
            isPending={write.isPending}
            onPress={() => write.mutate({ input: { id, version, reason } })}
          >
            {say(words.close)}
          </Button>
        </div>
      </div>
    </Card>
  )
}
