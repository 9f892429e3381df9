import { Button } from '../../../ui/button.tsx'
import { ChoiceField, LongTextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Channel, NoteLevel, Standing } from '../contract/notes.ts'
import { words } from '../words.ts'
import { useNoteDraft, type Whereabouts } from './note-draft.ts'

/** Three taps and a sentence: how they met, how she stands, who may read it. */
export function NoteForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const say = useSay()
  const { draft, where, error, set, send } = useNoteDraft(caseId, onDone)
  const { channel, standing, level, text } = draft
  const isWhole = channel === 'none' ? text.trim() !== '' : channel !== null && standing !== null
  return (
    <div className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <ChoiceField
        label={say(words['note-channel'])}
        isRequired
        value={channel ?? undefined}
        onChange={(value) => set({ channel: value })}
        choices={Channel.options.map((one) => ({ value: one, label: say(words[`channel-${one}`]) }))}
      />
      {channel === 'none' || channel === null ? null : (
        <ChoiceField
          label={say(words['note-standing'])}
          isRequired
          value={standing ?? undefined}
          onChange={(value) => set({ standing: value })}
          choices={Standing.options.map((one) => ({ value: one, label: say(words[`standing-${one}`]) }))}
        />
      )}
      <LongTextField
        label={say(words['note-text'])}
        hint={say(words['note-text-hint'])}
        rows={2}
        value={text}
        onChange={(value) => set({ text: value })}
      />
      {text === '' ? null : (
        <ChoiceField
          label={say(words['note-level'])}
          hint={say(words['level-hint'])}
          value={level}
          onChange={(value) => set({ level: value })}
          choices={NoteLevel.options.map((one) => ({ value: one, label: say(words[`level-${one}`]) }))}
        />
      )}
      <ProblemBox error={error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" isDisabled={!isWhole} isPending={where === 'sending'} onPress={send}>
          {say(words['note-save'])}
        </Button>
        <Where where={where} isEmpty={channel === null && text === ''} />
      </div>
    </div>
  )
}
const MEANINGS = { device: 'neutral', sending: 'waiting', waiting: 'due', look: 'overdue' } as const
function Where({ where, isEmpty }: { readonly where: Whereabouts; readonly isEmpty: boolean }) {
  const say = useSay()
  if (isEmpty) return null
  return (
    <span role="status">
      {where === 'waiting' ? (
        <span className="text-due">{say(words['note-waiting'])}</span>
      ) : (
        <Tag meaning={MEANINGS[where]}>{say(words[`note-${where}`])}</Tag>
      )}
    </span>
  )
}
