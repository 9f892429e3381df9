import { useNavigate, useParams } from '@tanstack/react-router'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read, ReadPage } from '../../../ui/states.tsx'
import { listOwnCalls, type OwnCall, readCall, sayKinship } from '../contract/follow-ups.ts'
import { words } from '../words.ts'
import { CallNumber } from './call-number.tsx'
import { CallQuestions } from './call-questions.tsx'
import { CallTries } from './call-tries.tsx'

/** One call: kin or not, her number under her own rule, the questions, or why there was no conversation. */
export function Screen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(listOwnCalls, {})
  return (
    <ReadPage of={read}>
      {({ calls }) => {
        const own = calls.find((one) => one.id === id)
        if (own === undefined)
          return (
            <>
              <PageHeader title={say(words.calls)} />
              <EmptyState action={<TextLink to="/staff/calls">{say(words.calls)}</TextLink>}>{say(words['call-not-open'])}</EmptyState>
            </>
          )
        return (
          <>
            <Head own={own} />
            {own.isNoKin ? <Asking id={own.id} /> : <Kinship own={own} />}
          </>
        )
      }}
    </ReadPage>
  )
}
function Head({ own }: { readonly own: OwnCall }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <PageHeader
      title={own.givenName}
      facts={
        <>
          {say(words['call-month'], { n: own.month })} · {say(words['call-until'], { day: formatDate(own.closesOn, language) })} ·{' '}
          {say(words['call-tries'], { n: own.tries })}
        </>
      }
      actions={<TextLink to="/staff/calls">{say(words.calls)}</TextLink>}
    />
  )
}
/** Said before anything of the call is opened; whoever knows her gives it back. */
function Kinship({ own }: { readonly own: OwnCall }) {
  const say = useSay()
  const navigate = useNavigate()
  const write = useWrite(sayKinship, {
    onDone: ({ isKin }) => {
      if (isKin) void navigate({ to: '/staff/calls' })
    },
  })
  return (
    <Card title={say(words['kinship-ask'], { name: own.givenName })}>
      <p className="pb-4 text-ink-2">{say(words['kinship-hint'])}</p>
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isPending={write.isPending} onPress={() => write.mutate({ input: { id: own.id, isKin: false } })}>
          {say(words['kinship-no'])}
        </Button>
        <Button isPending={write.isPending} onPress={() => write.mutate({ input: { id: own.id, isKin: true } })}>
          {say(words['kinship-yes'])}
        </Button>
      </div>
    </Card>
  )
}
function Asking({ id }: { readonly id: string }) {
  const read = useRead(readCall, { id })
  return (
    <Read of={read}>
      {({ questions, saidToHer, saidToOthers }) => (
        <>
          <CallNumber id={id} saidToHer={saidToHer} saidToOthers={saidToOthers} />
          <CallQuestions id={id} questions={questions} />
          <CallTries id={id} />
        </>
      )}
    </Read>
  )
}
