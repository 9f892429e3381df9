import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { answerInvitation, inviteByMessage } from '../contract/interviews.ts'
import { words } from '../words.ts'
import type { Open } from './open-interview.ts'
import { Spoken } from './spoken.tsx'

/** The one call: how she may be reached, what is said, and what she answers. No answer costs her anything. */
export function Calling({ open }: { readonly open: Open }) {
  const say = useSay()
  const supportBodies = open.panel.filter(({ isSupportBody }) => isSupportBody)
  const separator = useLanguage() === 'en' ? ', ' : '، '
  const offices = [...new Set(supportBodies.map(({ organisationName }) => organisationName))].join(separator)
  return (
    <Card title={say(words['call-her'])}>
      <Reach open={open} />
      <Spoken
        title={say(words['say-to-her'])}
        sentences={[...open.said, ...(supportBodies.length === 0 ? [] : [say(words['said-support'], { office: offices })])]}
      />
      <Answer interviewId={open.interview.id} asksSupportBodies={supportBodies.length > 0} />
    </Card>
  )
}
/** Message, call, or a call that says nothing to others: by her own rule. */
function Reach({ open }: { readonly open: Open }) {
  const say = useSay()
  const language = useLanguage()
  const invite = useWrite(inviteByMessage)
  const hour = (value: number): string => digits(`${value}:00`, language)
  const { reach, callFrom, callTo } = open
  return (
    <div className="flex flex-col gap-2 pb-3">
      <p>{say(words[`reach-${reach}`])}</p>
      {callFrom === null || callTo === null ? null : (
        <p className="text-ink-2">{say(words['call-hours'], { from: hour(callFrom), to: hour(callTo) })}</p>
      )}
      {reach === 'no-phone' ? null : <Spoken title={say(words['say-to-others'])} sentences={[open.saidToOthers]} />}
      {reach === 'message' && open.interview.state === 'proposed' ? (
        <>
          <ProblemBox error={invite.error} />
          <div>
            <Button isPending={invite.isPending} onPress={() => invite.mutate({ input: { id: open.interview.id } })}>
              {say(words['send-message'])}
            </Button>
          </div>
        </>
      ) : null}
      {open.interview.state === 'invited' ? <p role="status">{say(words['message-sent'])}</p> : null}
    </div>
  )
}
const ANSWERS = ['yes', 'another-time', 'no'] as const
const ABOUT_SUPPORT = ['agreed', 'refused'] as const
function Answer({ interviewId, asksSupportBodies }: { readonly interviewId: string; readonly asksSupportBodies: boolean }) {
  const say = useSay()
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>()
  const [about, setAbout] = useState<(typeof ABOUT_SUPPORT)[number]>()
  const write = useWrite(answerInvitation)
  const isAsked = asksSupportBodies && answer === 'yes'
  const press = (): void => {
    if (answer !== undefined) write.mutate({ input: { id: interviewId, answer, supportBodies: isAsked ? (about ?? null) : null } })
  }
  return (
    <div className="flex flex-col gap-4">
      <ChoiceField
        label={say(words['her-answer'])}
        hint={say(words['her-answer-hint'])}
        isRequired
        value={answer}
        onChange={setAnswer}
        choices={ANSWERS.map((one) => ({ value: one, label: say(words[`answer-${one}`]) }))}
      />
      {isAsked ? (
        <ChoiceField
          label={say(words['about-support-bodies'])}
          isRequired
          value={about}
          onChange={setAbout}
          choices={ABOUT_SUPPORT.map((one) => ({ value: one, label: say(words[`about-support-${one}`]) }))}
        />
      ) : null}
      <ProblemBox error={write.error} />
      <div>
        <Button
          look="primary"
          isDisabled={answer === undefined || (isAsked && about === undefined)}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['record-answer'])}
        </Button>
      </div>
    </div>
  )
}
