import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { type Meaning, Tag } from '../../../ui/tag.tsx'
import { type PaperDraft, PaperFields, wholePaper } from '../../people/screens/port.tsx'
import { words as people } from '../../people/words.ts'
import { saveRegistration } from '../contract/registration.ts'
import { missingFields } from '../rules/registration.ts'
import { beginningOf, differing, type Kept, type Stored } from '../rules/registration-draft.ts'
import { words } from '../words.ts'
import { useRegistrationDraft, useShelf, type Whereabouts } from './registration-draft.ts'
import { labelOf, RegistrationParts } from './registration-fields.tsx'

interface Props {
  readonly caseId: string
  readonly countyCode: string
  readonly stored: Stored | null
}
/** Goes on from what was said before, on this device or another; where both went on apart, a person chooses. */
export function Registering({ caseId, countyCode, stored }: Props) {
  const shelf = useShelf(caseId)
  const [begins, setBegins] = useState<Kept | undefined>(() => {
    const beginning = beginningOf(shelf.find(), stored)
    if (beginning.from === 'choice') return undefined
    if (beginning.from === 'device') return beginning.kept
    shelf.forget()
    return keptOf(stored)
  })
  const kept = shelf.find()
  if (begins !== undefined) return <Typing caseId={caseId} countyCode={countyCode} begins={begins} />
  if (kept === undefined || stored === null) return null
  const takeStored = (): void => {
    shelf.forget()
    setBegins(keptOf(stored))
  }
  return <Choosing kept={kept} stored={stored} onKept={() => setBegins({ ...kept, basedOn: stored.savedAt })} onStored={takeStored} />
}
const keptOf = (stored: Stored | null): Kept => ({
  fields: stored?.fields ?? {},
  groundId: stored?.groundId ?? newCommandId(),
  basedOn: stored?.savedAt ?? null,
})
interface ChoosingProps {
  readonly kept: Kept
  readonly stored: Stored
  readonly onKept: () => void
  readonly onStored: () => void
}
function Choosing({ kept, stored, onKept, onStored }: ChoosingProps) {
  const say = useSay()
  const language = useLanguage()
  const names = differing(kept.fields, stored.fields).map((name) => say(people[labelOf[name]]))
  return (
    <Card
      title={say(words.registration)}
      actions={
        <>
          <Button onPress={onKept}>{say(words['draft-take-device'])}</Button>
          <Button onPress={onStored}>{say(words['draft-take-office'])}</Button>
        </>
      }
    >
      <p>{say(words['draft-two'], { at: formatInstant(stored.savedAt, language) })}</p>
      <p className="pt-2 text-dense">{names.join(language === 'en' ? ', ' : '، ')}</p>
    </Card>
  )
}
interface TypingProps {
  readonly caseId: string
  readonly countyCode: string
  readonly begins: Kept
}
function Typing({ caseId, countyCode, begins }: TypingProps) {
  const say = useSay()
  const draft = useRegistrationDraft({ caseId, begins })
  const [paperDraft, setPaperDraft] = useState<PaperDraft>()
  const write = useWrite(saveRegistration, { onDone: draft.forget })
  const paper = wholePaper(paperDraft)
  const missing = missingFields(draft.fields)
  const isPaperWhole = paperDraft === undefined || paper !== undefined
  const finish = (): void =>
    write.mutate({
      input: { ...draft.fields, caseId, groundId: draft.groundId, isComplete: true, ...(paper === undefined ? {} : { paper }) },
    })
  return (
    <Card title={say(words.registration)}>
      <Form error={write.error ?? draft.error} onSubmit={finish}>
        <PaperFields value={paperDraft} onChange={setPaperDraft} />
        <div>
          <RegistrationParts fields={draft.fields} set={draft.set} countyCode={countyCode} />
        </div>
        <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-2 border-line border-t bg-surface px-4 py-3 sm:-mx-5 sm:px-5">
          {missing[0] === undefined ? (
            <Button type="submit" look="primary" isDisabled={!isPaperWhole} isPending={write.isPending}>
              {say(words['finish-registration'])}
            </Button>
          ) : (
            <ToMissing name={missing[0]} count={missing.length} />
          )}
          <Button isPending={draft.where === 'sending'} isDisabled={write.isPending} onPress={draft.send}>
            {say(words['save-draft'])}
          </Button>
          <WhereTag where={draft.where} savedAt={draft.savedAt} />
        </div>
      </Form>
    </Card>
  )
}
/** How many needed fields are still empty, and the way to the first of them. */
function ToMissing({ name, count }: { readonly name: string; readonly count: number }) {
  const say = useSay()
  const go = (): void => {
    const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`)
    const target = field?.querySelector('input,select,[role=spinbutton]')
    if (target instanceof HTMLElement) target.focus()
    field?.scrollIntoView({ block: 'center' })
  }
  return (
    <Button look="primary" onPress={go}>
      {say(words['missing-left'], { n: count })}
    </Button>
  )
}
const MEANINGS: Readonly<Record<Exclude<Whereabouts, 'untouched'>, Meaning>> = {
  device: 'due',
  sending: 'waiting',
  sent: 'done',
  look: 'overdue',
}
/** Where what was typed is now (ux.md §8). */
function WhereTag({ where, savedAt }: { readonly where: Whereabouts; readonly savedAt: string | undefined }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <span role="status">
      {where === 'untouched' ? null : (
        <Tag meaning={MEANINGS[where]}>
          {say(words[`draft-${where}`], { at: savedAt === undefined ? '' : formatInstant(savedAt, language) })}
        </Tag>
      )}
    </span>
  )
}
