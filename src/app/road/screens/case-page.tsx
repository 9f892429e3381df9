import { useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { BusinessSection } from '../../../modules/businesses/screens/port.tsx'
import { recordConsent } from '../../../modules/enrolment/contract/cases.ts'
import { isBeforeConsent, isBeforePlace } from '../../../modules/enrolment/rules/case-moves.ts'
import { PositionTag } from '../../../modules/enrolment/screens/case-lines.tsx'
import { ContactSection } from '../../../modules/enrolment/screens/contact-section.tsx'
import { DecisionSection } from '../../../modules/enrolment/screens/decision-section.tsx'
import { RegistrationSection } from '../../../modules/enrolment/screens/registration-section.tsx'
import { SideActs, WayBack } from '../../../modules/enrolment/screens/side-acts.tsx'
import { words as enrolment } from '../../../modules/enrolment/words.ts'
import { InterviewSection } from '../../../modules/interviews/screens/port.tsx'
import { MarketSection } from '../../../modules/market/screens/port.tsx'
import { MatchingSection } from '../../../modules/matching/screens/port.tsx'
import { OutcomeSection } from '../../../modules/outcomes/screens/port.tsx'
import { HerVisitsSection } from '../../../modules/oversight/screens/her-visits-section.tsx'
import { GrievanceSection } from '../../../modules/oversight/screens/port.tsx'
import { ExitTableSection, GuideSection, NotesSection, SupportSection, WorkPlanSection } from '../../../modules/pathways/screens/port.tsx'
import { BarredSection } from '../../../modules/people/screens/barred-section.tsx'
import { CallSection } from '../../../modules/people/screens/call-section.tsx'
import { ConsentSection } from '../../../modules/people/screens/consent-section.tsx'
import { DocumentsSection } from '../../../modules/people/screens/documents-section.tsx'
import { FileSection } from '../../../modules/people/screens/file-section.tsx'
import { GlassSection } from '../../../modules/people/screens/glass-section.tsx'
import { MeansSection } from '../../../modules/people/screens/means-section.tsx'
import { PapersSection } from '../../../modules/people/screens/papers-section.tsx'
import { RequestsSection } from '../../../modules/people/screens/requests-section.tsx'
import { SafetySection } from '../../../modules/people/screens/safety-section.tsx'
import { useCounties } from '../../../modules/territory/screens/port.ts'
import { download, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { ProblemBox, ReadPage } from '../../../ui/states.tsx'
import { Wells } from '../../../ui/wells.tsx'
import { DoorSection } from '../../mine/screens/door-section.tsx'
import { printCard, readRoad } from '../contract.ts'
import { words } from '../words.ts'
import { History } from './history.tsx'
import { JoinedCard } from './joined-card.tsx'
import { NextCard } from './next-card.tsx'

type Road = z.infer<typeof readRoad.output>
/** One woman on her road: what happens next and the act it asks for, where she is, then what is kept of her, shut until it is wanted. */
export function Screen() {
  const { caseId = '' } = useParams({ strict: false })
  const road = useRead(readRoad, { caseId })
  return (
    <ReadPage of={road}>
      {(data) => (
        <>
          <Head road={data} />
          <JoinedCard joined={data.joined} earlier={data.earlier} />
          {data.joined === null ? <Walking road={data} /> : <Joined road={data} />}
          <History events={data.events} />
        </>
      )}
    </ReadPage>
  )
}
/** A file that goes on its own road. */
function Walking({ road }: { readonly road: Road }) {
  const { id, position, countyCode } = road.case
  return (
    <>
      <NextCard road={road} />
      {road.personId === null ? null : <PresentStep road={road} personId={road.personId} />}
      <WayBack caseId={id} position={position} />
      <RoadCard road={road} />
      {road.personId === null || !hasConsented(road) ? null : (
        <>
          <InterviewSection caseId={id} />
          <NotesSection caseId={id} />
          <GuideSection caseId={id} />
          <HerVisitsSection caseId={id} />
          <GrievanceSection caseId={id} />
          {/* Before she has a place, to speak of work would be a promise. */}
          {isBeforePlace(position) ? null : (
            <>
              <WorkPlanSection caseId={id} />
              <SupportSection caseId={id} />
              <OutcomeSection caseId={id} />
              <BusinessSection caseId={id} />
              <ExitTableSection caseId={id} />
              <MatchingSection caseId={id} />
              <MarketSection caseId={id} />
            </>
          )}
        </>
      )}
      {road.personId === null ? null : <Kept personId={road.personId} hasConsented={hasConsented(road)} />}
      <SideActs caseId={id} position={position} countyCode={countyCode} />
    </>
  )
}
/** A file that went into another one of hers: read, and nothing more. */
function Joined({ road }: { readonly road: Road }) {
  return (
    <>
      <RoadCard road={road} />
      {road.personId === null ? null : (
        <>
          <FileSection personId={road.personId} isReadOnly />
          <DocumentsSection personId={road.personId} isReadOnly />
        </>
      )}
    </>
  )
}
function Head({ road: { case: one, name } }: { readonly road: Road }) {
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <PageHeader
      title={name ?? digits(one.fileNumber, language)}
      facts={
        <>
          {name === null ? null : <bdi>{digits(one.fileNumber, language)}</bdi>} <PositionTag position={one.position} />{' '}
          {countyName(one.countyCode)}
        </>
      }
    />
  )
}
/** Until she has said yes there is nothing of hers to keep (roles.md §3.1). */
function hasConsented({ case: { position } }: Road): boolean {
  return !isBeforeConsent(position)
}
/** What the present position asks of the reader: calling, the talk of consent, registration, a decision, an answer. */
function PresentStep({ road, personId }: { readonly road: Road; readonly personId: string }) {
  const { id, position, countyCode, deadlineOn } = road.case
  const mayRegister = useMay('enrolment.register')
  const record = useWrite(recordConsent)
  const isTalk = position === 'contacted'
  const goOn = (): void => record.mutate({ input: { caseId: id } })
  return (
    <>
      {position === 'protected' ? null : <CallSection personId={personId} isFirst={position === 'nominated'} />}
      <ContactSection caseId={id} position={position} personId={personId} />
      <ProblemBox error={record.error} />
      {isTalk ? <ConsentSection personId={personId} isFolded={false} {...(mayRegister ? { onKept: goOn } : {})} /> : null}
      <RegistrationSection caseId={id} personId={personId} position={position} countyCode={countyCode} />
      <DecisionSection caseId={id} personId={personId} position={position} countyCode={countyCode} deadlineOn={deadlineOn} />
      <GlassSection personId={personId} />
    </>
  )
}
function RoadCard({ road: { case: one, wells, personId } }: { readonly road: Road }) {
  const say = useSay()
  const mayPrint = useMay('road.print-card')
  const language = useLanguage()
  return (
    <Card title={say(words.road)}>
      <Wells
        label={say(words.road)}
        wells={wells.map(({ well, state, since }) => ({
          name: say(wordFor(enrolment, `well-${well}`)),
          state,
          note: since === null ? undefined : formatDate(since.slice(0, 10), language),
        }))}
      />
      {mayPrint && personId !== null ? (
        <div className="pt-3">
          <Button onPress={() => void download(printCard, { caseId: one.id, personId })}>{say(words['card-print'])}</Button>
        </div>
      ) : null}
    </Card>
  )
}
function Kept({ personId, hasConsented: hasFile }: { readonly personId: string; readonly hasConsented: boolean }) {
  return (
    <>
      <FileSection personId={personId} />
      {hasFile ? (
        <>
          <ConsentSection personId={personId} isFolded />
          <DoorSection personId={personId} />
          <RequestsSection personId={personId} />
          <DocumentsSection personId={personId} />
        </>
      ) : null}
      {hasFile ? <MeansSection personId={personId} /> : null}
      <SafetySection personId={personId} />
      <PapersSection personId={personId} />
      <BarredSection personId={personId} />
    </>
  )
}
