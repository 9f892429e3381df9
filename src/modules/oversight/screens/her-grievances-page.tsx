import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSelf } from '../../../access/screens/self.tsx'
import { newCommandId, Offline, useRead, useWrite } from '../../../platform/client.ts'
import { useAgain } from '../../../ui/again.ts'
import { Button } from '../../../ui/button.tsx'
import { YesNoField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type Filed, fileByGuide, type GrievanceRead, listForGuide } from '../contract/grievances.ts'
import { navWords } from '../nav-words.ts'
import { type FilingDraft, readFilingDraft } from '../rules/filing-draft.ts'
import { grievanceWords as words } from '../words/grievances.ts'
import { FiledCard } from './filed-card.tsx'
import { FilingFields, isWhole, nothingWritten } from './filing-fields.tsx'
import { GrievanceTags } from './grievance-tags.tsx'
import { GrievanceThread } from './grievance-thread.tsx'

/** A guide writes a complaint down for the woman she accompanies, and reads those she lets her read. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(listForGuide, { caseId })
  const [filed, setFiled] = useState<Filed>()
  return (
    <>
      <PageHeader
        title={say(navWords.grievances)}
        facts={read.data === undefined ? undefined : <bdi>{digits(read.data.fileNumber, language)}</bdi>}
        actions={<TextLink to={`/staff/cases/${caseId}`}>{say(words['her-file-back'])}</TextLink>}
      />
      <div className="flex flex-col gap-4">
        {filed === undefined ? (
          <Writing caseId={caseId} onFiled={setFiled} />
        ) : (
          <FiledCard filed={filed} onAnother={() => setFiled(undefined)} />
        )}
        <Card title={say(words['her-grievances'])}>
          <Read of={read}>
            {({ grievances }) =>
              grievances.length === 0 ? (
                <EmptyState>{say(words['no-her-grievances'])}</EmptyState>
              ) : (
                <ul className="flex flex-col divide-y divide-line">
                  {grievances.map((one) => (
                    <Hers key={one.id} one={one} />
                  ))}
                </ul>
              )
            }
          </Read>
        </Card>
      </div>
    </>
  )
}
function Hers({ one }: { readonly one: GrievanceRead }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <bdi className="font-semibold">{digits(one.number, language)}</bdi>
        <span>{say(words[`about-${one.about}`])}</span>
        <GrievanceTags state={one.state} isOverdue={one.isOverdue} />
      </p>
      <GrievanceThread said={one.words} />
    </li>
  )
}
/** What is being written for a woman lies on the device of the session until it has arrived: a page left or a lost network loses nothing. */
function useFilingDraft(caseId: string) {
  const shelf = `kariz-complaint/${useSelf()?.current ?? ''}/${caseId}`
  const [draft, setDraft] = useState<FilingDraft>(
    () => readFilingDraft(sessionStorage.getItem(shelf)) ?? { id: newCommandId(), ...nothingWritten, isReady: false },
  )
  const put = (next: FilingDraft): void => {
    setDraft(next)
    sessionStorage.setItem(shelf, JSON.stringify(next))
  }
  return {
    draft,
    // What was changed is told anew: what was sent before may have arrived.
    set: (change: Partial<FilingDraft>): void => put({ ...draft, ...change, id: newCommandId(), isReady: false }),
    setReady: (isReady: boolean): void => put({ ...draft, isReady }),
    forget: (): void => sessionStorage.removeItem(shelf),
  }
}
function Writing({ caseId, onFiled }: { readonly caseId: string; readonly onFiled: (filed: Filed) => void }) {
  const say = useSay()
  const { draft, set, setReady, forget } = useFilingDraft(caseId)
  const { isGuideAllowed, isReady, ...written } = draft
  const write = useWrite(fileByGuide)
  const done = (filed: Filed): void => {
    forget()
    onFiled(filed)
  }
  const send = (): void => {
    if (isGuideAllowed === undefined || write.isPending) return
    setReady(true)
    const paperNumber = written.channel === 'paper' ? written.paperNumber : null
    const failed = (error: Error): void => {
      if (!(error instanceof Offline)) setReady(false)
    }
    const input = { ...written, caseId, paperNumber, isGuideAllowed }
    write.mutate({ input, kept: written.id }, { onSuccess: done, onError: failed })
  }
  useAgain(isReady && !write.isPending, send)
  return (
    <Card title={say(words['file-grievance'])}>
      <p className="pb-3 text-ink-2">
        {say(words['file-lead'])} {say(words['file-lead-guide'])}
      </p>
      <Form error={write.error instanceof Offline ? null : write.error} onSubmit={send}>
        {isReady && !write.isPending ? <p role="status">{say(words['draft-kept'])}</p> : null}
        <FilingFields value={written} onChange={set} without="guide" />
        <YesNoField
          label={say(words['guide-allowed'])}
          hint={say(words['guide-allowed-hint'])}
          isRequired
          value={isGuideAllowed}
          onChange={(answer) => set({ isGuideAllowed: answer })}
        />
        <div>
          <Button look="primary" isDisabled={!isWhole(written) || isGuideAllowed === undefined} isPending={write.isPending} onPress={send}>
            {say(words['file-grievance'])}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
