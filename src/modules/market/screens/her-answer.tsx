import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { GivenFields, SPOKEN } from '../../pathways/screens/port.tsx'
import { acceptTerms, declineLot, type Lot, noteTermsRead, readTermsAloud } from '../contract/lots.ts'
import { reasonsNotToMoveLot } from '../rules/moves.ts'
import { words } from '../words.ts'

/** What is read to her, and what she says: her guide writes it down, with how she said it. */
export function HerAnswer({ lot }: { readonly lot: Lot }) {
  const say = useSay()
  const language = useLanguage()
  const [given, setGiven] = useState(SPOKEN)
  const [read, accept, decline] = [useWrite(noteTermsRead), useWrite(acceptTerms), useWrite(declineLot)]
  const input = { id: lot.id, version: lot.version, ...given }
  const may = (to: 'terms-read' | 'accepted' | 'declined'): boolean => reasonsNotToMoveLot(lot.state, to).length === 0
  return (
    <Card title={say(words.terms)}>
      <p className="pb-3 text-ink-2">{say(words['terms-hint'])}</p>
      <Sentences id={lot.id} />
      <div className="flex flex-col gap-3">
        {lot.readOn === null ? null : <p role="status">{say(words['read-on'], { day: formatDate(lot.readOn, language) })}</p>}
        {lot.answeredOn === null ? null : <p role="status">{say(words['answered-on'], { day: formatDate(lot.answeredOn, language) })}</p>}
        {may('declined') ? <GivenFields value={given} onChange={setGiven} /> : null}
        {may('accepted') ? (
          <p>
            {say(words['exit-table-first'])} <TextLink to={`/staff/cases/${lot.caseId}/exit-table`}>{say(words['exit-table'])}</TextLink>
          </p>
        ) : null}
        <ProblemBox error={read.error ?? accept.error ?? decline.error} />
        <div className="flex flex-wrap gap-3">
          {may('terms-read') ? (
            <Button look="primary" isPending={read.isPending} onPress={() => read.mutate({ input })}>
              {say(words['terms-read'])}
            </Button>
          ) : null}
          {may('accepted') ? (
            <Button look="primary" isPending={accept.isPending} onPress={() => accept.mutate({ input })}>
              {say(words['accept-terms'])}
            </Button>
          ) : null}
          {may('declined') ? (
            <Button look="quiet" isPending={decline.isPending} onPress={() => decline.mutate({ input })}>
              {say(words[lot.answeredOn === null ? 'decline-terms' : 'step-back'])}
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  )
}
function Sentences({ id }: { readonly id: string }) {
  const terms = useRead(readTermsAloud, { id })
  return (
    <Read of={terms}>
      {({ sentences }) => (
        <div className="pb-3 text-phone">
          {sentences.map((sentence) => (
            <p key={sentence} className="pb-2">
              {sentence}
            </p>
          ))}
        </div>
      )}
    </Read>
  )
}
