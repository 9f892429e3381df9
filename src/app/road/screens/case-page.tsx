import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { words as access } from '../../../access/words.ts'
import { reasonsNotToMove } from '../../../modules/enrolment/rules/case-moves.ts'
import { PositionTag } from '../../../modules/enrolment/screens/case-lines.tsx'
import { ContactSection } from '../../../modules/enrolment/screens/contact-section.tsx'
import { DecisionSection } from '../../../modules/enrolment/screens/decision-section.tsx'
import { RegistrationSection } from '../../../modules/enrolment/screens/registration-section.tsx'
import { SideActs } from '../../../modules/enrolment/screens/side-acts.tsx'
import { WithdrawDialog } from '../../../modules/enrolment/screens/withdraw-dialog.tsx'
import { words as enrolment } from '../../../modules/enrolment/words.ts'
import { BarredSection } from '../../../modules/people/screens/barred-section.tsx'
import { ConsentSection } from '../../../modules/people/screens/consent-section.tsx'
import { DocumentsSection } from '../../../modules/people/screens/documents-section.tsx'
import { FileSection } from '../../../modules/people/screens/file-section.tsx'
import { GlassSection } from '../../../modules/people/screens/glass-section.tsx'
import { PapersSection } from '../../../modules/people/screens/papers-section.tsx'
import { SafetySection } from '../../../modules/people/screens/safety-section.tsx'
import { useCounties } from '../../../modules/territory/screens/port.ts'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader, Timeline } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { Wells } from '../../../ui/wells.tsx'
import { readRoad } from '../contract.ts'
import { words } from '../words.ts'
import { JoinedCard } from './joined-card.tsx'

/** One woman on her road: where she is, what happens next, and what the reader may do about it. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { caseId = '' } = useParams({ strict: false })
  const { countyName } = useCounties()
  const road = useRead(readRoad, { caseId })
  const [isWithdrawing, setWithdrawing] = useState(false)
  const mayWithdraw = useMay('enrolment.withdraw')
  return (
    <Read of={road}>
      {({ case: one, personId, name, wells, events, joined, earlier }) => (
        <>
          <PageHeader
            title={name ?? digits(one.fileNumber, language)}
            facts={
              <>
                {name === null ? null : <bdi>{digits(one.fileNumber, language)}</bdi>} <PositionTag position={one.position} />{' '}
                {countyName(one.countyCode)}
              </>
            }
            actions={
              joined === null && mayWithdraw && reasonsNotToMove(one.position, 'withdrawn').length === 0 ? (
                <Button onPress={() => setWithdrawing(true)}>{say(enrolment.withdraw)}</Button>
              ) : undefined
            }
          />
          <Card title={say(words.road)}>
            <Wells
              label={say(words.road)}
              wells={wells.map(({ well, state, since }) => ({
                name: say(wordFor(enrolment, `well-${well}`)),
                state,
                note: since === null ? undefined : formatDate(since.slice(0, 10), language),
              }))}
            />
          </Card>
          <JoinedCard joined={joined} earlier={earlier} />
          {joined === null || personId === null ? null : (
            <>
              <FileSection personId={personId} isReadOnly />
              <DocumentsSection personId={personId} isReadOnly />
            </>
          )}
          {joined === null ? <ContactSection caseId={one.id} position={one.position} personId={personId} /> : null}
          {joined !== null || personId === null ? null : (
            <>
              <ConsentSection personId={personId} />
              <RegistrationSection caseId={one.id} personId={personId} position={one.position} />
              <FileSection personId={personId} />
              <DocumentsSection personId={personId} />
              <SafetySection personId={personId} />
              <PapersSection personId={personId} />
              <BarredSection personId={personId} />
              <GlassSection personId={personId} />
              <DecisionSection caseId={one.id} personId={personId} position={one.position} countyCode={one.countyCode} />
            </>
          )}
          {joined === null ? <SideActs caseId={one.id} position={one.position} countyCode={one.countyCode} /> : null}
          <Card title={say(enrolment.timeline)}>
            <Timeline
              label={say(enrolment.timeline)}
              events={events.map(({ id, at, to, action, role }) => ({
                id,
                what:
                  to === null ? say(wordFor(words, `act-${(action ?? '').replace('.', '-')}`)) : say(wordFor(enrolment, `position-${to}`)),
                who: role === null ? say(words.moved) : say(wordFor(access, `role-${role}`)),
                when: formatInstant(at, language),
              }))}
            />
          </Card>
          <WithdrawDialog caseId={one.id} isOpen={isWithdrawing} onClose={() => setWithdrawing(false)} />
        </>
      )}
    </Read>
  )
}
