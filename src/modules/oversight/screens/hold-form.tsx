import { newCommandId } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, LongTextField, YesNoField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type ChecklistItem, Seen } from '../contract/checklists.ts'
import { FindingDesk } from '../contract/findings.ts'
import type { VisitRead } from '../contract/visits.ts'
import type { DraftFinding } from '../rules/visit-draft.ts'
import { visitWords as words } from '../words/visits.ts'
import { useVisitDraft } from './visit-draft.ts'

const MEANINGS = { device: 'neutral', sending: 'waiting', waiting: 'due', look: 'overdue' } as const
/** Written on a phone, one line after another; a line that was not right opens what must be done about it. */
export function HoldForm({ visit }: { readonly visit: VisitRead }) {
  const say = useSay()
  const { draft, where, error, set, send } = useVisitDraft(visit)
  const isWhole = draft.isNoKin && visit.items.every((item) => draft.answers[item] !== undefined)
  return (
    <Card title={say(words['hold-visit'])}>
      <div className="flex flex-col gap-5">
        <p className="text-ink-2">
          {say(words['hold-lead'])} {say(words['no-woman-photo'])}
        </p>
        <DateField
          label={say(words['held-on'])}
          isRequired
          value={draft.heldOn}
          onChange={(heldOn) => set(heldOn === null ? {} : { heldOn })}
        />
        <CheckField
          label={say(words['no-kin'])}
          value={draft.isNoKin ? ['none'] : []}
          onChange={(chosen) => set({ isNoKin: chosen.length > 0 })}
          choices={[{ value: 'none', label: say(words['no-kin']) }]}
        />
        <Earlier visit={visit} draft={draft} set={set} />
        {visit.items.map((item) => (
          <Line
            key={item}
            item={item}
            isHome={visit.placeKind === 'dwelling'}
            seen={draft.answers[item]}
            finding={draft.findings[item]}
            onSeen={(seen) => set({ answers: { ...draft.answers, [item]: seen } })}
            onFinding={(finding) => set({ findings: { ...draft.findings, [item]: finding } })}
          />
        ))}
        <ProblemBox error={error} />
        <div className="flex flex-wrap items-center gap-3">
          <Button look="primary" isDisabled={!isWhole} isPending={where === 'sending'} onPress={send}>
            {say(words['hold-visit'])}
          </Button>
          <span role="status">
            <Tag meaning={MEANINGS[where]}>{say(words[`visit-${where}`])}</Tag>
          </span>
        </div>
      </div>
    </Card>
  )
}
type Drafting = ReturnType<typeof useVisitDraft>
interface EarlierProps {
  readonly visit: VisitRead
  readonly draft: Drafting['draft']
  readonly set: Drafting['set']
}
/** What earlier visits found here: mended or not, and by when otherwise. */
function Earlier({ visit: { earlier }, draft, set }: EarlierProps) {
  const say = useSay()
  if (earlier.length === 0) return null
  return (
    <section className="flex flex-col gap-4 rounded-control bg-sunken p-3">
      <h3 className="font-semibold">{say(words['earlier-findings'])}</h3>
      {earlier.map(({ id, item, act }) => {
        const seen = draft.again[id]
        return (
          <div key={id} className="flex flex-col gap-2">
            <YesNoField
              label={`${say(words[`item-${item}`])}${act === null ? '' : `: ${act}`}. ${say(words['earlier-mended'])}`}
              value={seen?.isMended}
              onChange={(isMended) => set({ again: { ...draft.again, [id]: { isMended, dueOn: seen?.dueOn ?? null } } })}
            />
            {seen?.isMended === false ? (
              <DateField
                label={say(words['act-due'])}
                isRequired
                value={seen.dueOn}
                onChange={(dueOn) => set({ again: { ...draft.again, [id]: { isMended: false, dueOn } } })}
              />
            ) : null}
          </div>
        )
      })}
    </section>
  )
}
interface LineProps {
  readonly item: ChecklistItem
  readonly isHome: boolean
  readonly seen: Seen | undefined
  readonly finding: DraftFinding | undefined
  readonly onSeen: (seen: Seen) => void
  readonly onFinding: (finding: DraftFinding) => void
}
function Line({ item, isHome, seen, finding, onSeen, onFinding }: LineProps) {
  const say = useSay()
  const one = finding ?? { id: newCommandId(), desk: null, seen: '', act: '', dueOn: null }
  const isWrong = seen === 'minor' || seen === 'serious'
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <ChoiceField
        label={say(words[`item-${item}`])}
        isRequired
        value={seen}
        onChange={onSeen}
        choices={Seen.options.map((choice) => ({ value: choice, label: say(words[`seen-${choice}`]) }))}
      />
      {isWrong ? (
        <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
          {isHome ? null : (
            <>
              <LongTextField
                label={say(words['finding-seen'])}
                rows={2}
                value={one.seen}
                onChange={(text) => onFinding({ ...one, seen: text })}
              />
              <LongTextField
                label={say(words['finding-act'])}
                isRequired={seen === 'serious'}
                rows={2}
                value={one.act}
                onChange={(act) => onFinding({ ...one, act })}
              />
            </>
          )}
          <ChoiceField
            label={say(words['finding-desk'])}
            isRequired={seen === 'serious'}
            value={one.desk ?? undefined}
            onChange={(desk) => onFinding({ ...one, desk })}
            choices={FindingDesk.options.map((desk) => ({ value: desk, label: say(words[`finding-desk-${desk}`]) }))}
          />
          <DateField
            label={say(words['act-due'])}
            isRequired={seen === 'serious'}
            value={one.dueOn}
            onChange={(dueOn) => onFinding({ ...one, dueOn })}
          />
        </div>
      ) : null}
    </div>
  )
}
