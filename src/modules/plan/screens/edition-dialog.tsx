import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, LongTextField, SelectField, TextField } from '../../../ui/fields.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { modelPhases, type NewPhase, type Phase, publishEdition } from '../contract.ts'
import { words } from '../words.ts'

interface Props {
  readonly title: string
  readonly goals: readonly string[]
  readonly phases: readonly Phase[]
  readonly onClose: () => void
}
/** Title, goals and phases as they are, to be changed and put in force by letter from a day on. */
export function EditionDialog({ title, goals, phases, onClose }: Props) {
  const say = useSay()
  const [draft, setDraft] = useState({ title, goals: goals.join('\n'), whatChanged: '', letterNumber: '' })
  const [dates, setDates] = useState<{ readonly inForceFrom: string | null; readonly letterDate: string | null }>({
    inForceFrom: null,
    letterDate: null,
  })
  const [list, setList] = useState<readonly NewPhase[]>(phases.map(({ place: _place, ...phase }) => ({ ...phase, id: newCommandId() })))
  const write = useWrite(publishEdition)
  const lines = draft.goals.split('\n').filter((line) => line.trim() !== '')
  const isWhole = lines.length > 0 && list.length > 0 && list.every((phase) => phase.title.trim() !== '')
  const press = (): void => {
    const { inForceFrom, letterDate } = dates
    if (inForceFrom === null || letterDate === null) return
    const input = { ...draft, id: newCommandId(), inForceFrom, letterDate, goals: lines, phases: [...list] }
    write.mutate({ input }, { onSuccess: onClose })
  }
  const set = (part: keyof typeof draft) => (typed: string) => setDraft({ ...draft, [part]: typed })
  return (
    <Dialog title={say(words['publish-edition'])} isOpen onClose={onClose}>
      <p className="pb-4 text-ink-2">{say(words['publish-edition-explained'])}</p>
      <div className="flex flex-col gap-4">
        <TextField label={say(words['edition-title'])} isRequired value={draft.title} onChange={set('title')} />
        <LongTextField
          label={say(words.goals)}
          hint={say(words['goals-hint'])}
          isRequired
          rows={5}
          value={draft.goals}
          onChange={set('goals')}
        />
        <Phases list={list} onChange={setList} />
        <LongTextField label={say(words['what-changed'])} isRequired rows={3} value={draft.whatChanged} onChange={set('whatChanged')} />
        <FieldGrid>
          <DateField
            label={say(words['valid-from'])}
            isRequired
            value={dates.inForceFrom}
            onChange={(inForceFrom) => setDates({ ...dates, inForceFrom })}
          />
          <TextField label={say(words['letter-number'])} isRequired value={draft.letterNumber} onChange={set('letterNumber')} />
          <DateField
            label={say(words['letter-date'])}
            isRequired
            value={dates.letterDate}
            onChange={(letterDate) => setDates({ ...dates, letterDate })}
          />
        </FieldGrid>
        <ProblemBox error={write.error} />
        <Button
          look="primary"
          isDisabled={!isWhole || dates.inForceFrom === null || dates.letterDate === null || draft.letterNumber.trim() === ''}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['publish-edition'])}
        </Button>
      </div>
    </Dialog>
  )
}
interface PhasesProps {
  readonly list: readonly NewPhase[]
  readonly onChange: (list: readonly NewPhase[]) => void
}
function Phases({ list, onChange }: PhasesProps) {
  const say = useSay()
  const change = (at: number, phase: NewPhase): void => onChange(list.map((one, index) => (index === at ? phase : one)))
  const up = (at: number): void => {
    const moved = list[at]
    if (moved === undefined || at === 0) return
    const others = list.filter((_, index) => index !== at)
    onChange([...others.slice(0, at - 1), moved, ...others.slice(at - 1)])
  }
  const added: NewPhase = { id: newCommandId(), modelCode: null, title: '', startsOn: null, endsOn: null, reason: null }
  return (
    <>
      {list.map((phase, index) => (
        <PhaseFields
          key={phase.id}
          phase={phase}
          place={index + 1}
          onChange={(changed) => change(index, changed)}
          onUp={index === 0 ? undefined : () => up(index)}
          onRemove={() => onChange(list.filter((one) => one !== phase))}
        />
      ))}
      <Button onPress={() => onChange([...list, added])}>{say(words['add-phase'])}</Button>
    </>
  )
}
interface PhaseProps {
  readonly phase: NewPhase
  readonly place: number
  readonly onChange: (phase: NewPhase) => void
  readonly onUp: (() => void) | undefined
  readonly onRemove: () => void
}
function PhaseFields({ phase, place, onChange, onUp, onRemove }: PhaseProps) {
  const say = useSay()
  const language = useLanguage()
  const name = say(words.phase, { n: formatNumber(place, language) })
  return (
    <fieldset className="rounded-card border border-line p-3">
      <legend className="px-1 font-semibold text-dense">{name}</legend>
      <FieldGrid>
        <TextField label={say(words['phase-title'])} isRequired value={phase.title} onChange={(title) => onChange({ ...phase, title })} />
        <SelectField
          label={say(words['phase-model'])}
          empty={say(words['phase-no-model'])}
          value={phase.modelCode ?? undefined}
          onChange={(modelCode) => onChange({ ...phase, modelCode: modelCode ?? null })}
          choices={modelPhases.map((code) => ({ value: code, label: say(wordFor(words, `model-${code}`)) }))}
        />
        <DateField label={say(words['phase-starts'])} value={phase.startsOn} onChange={(startsOn) => onChange({ ...phase, startsOn })} />
        <DateField label={say(words['phase-ends'])} value={phase.endsOn} onChange={(endsOn) => onChange({ ...phase, endsOn })} />
        <TextField
          label={say(words['phase-reason'])}
          value={phase.reason ?? ''}
          onChange={(reason) => onChange({ ...phase, reason: reason.trim() === '' ? null : reason })}
        />
      </FieldGrid>
      <div className="flex flex-wrap gap-2 pt-3">
        {onUp === undefined ? null : (
          <Button look="quiet" label={`${say(words['move-phase-up'])}: ${name}`} onPress={onUp}>
            {say(words['move-phase-up'])}
          </Button>
        )}
        <Button look="quiet" label={`${say(words['remove-phase'])}: ${name}`} onPress={onRemove}>
          {say(words['remove-phase'])}
        </Button>
      </div>
    </fieldset>
  )
}
