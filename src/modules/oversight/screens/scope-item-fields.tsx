import { newCommandId } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldGrid, NumberField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { MOST_DELIVERABLES } from '../contract/scope.ts'
import { scopeWords as words } from '../words/scope.ts'

interface DeliverableDraft {
  readonly id: string
  readonly title: string
}
interface MilestoneDraft {
  readonly id: string
  readonly quantity?: number | undefined
  readonly dueOn: string | null
  readonly deliverables: readonly DeliverableDraft[]
}
export interface ItemDraft {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly quantity?: number | undefined
  readonly milestones: readonly MilestoneDraft[]
}
const emptyDeliverable = (): DeliverableDraft => ({ id: newCommandId(), title: '' })
const emptyMilestone = (): MilestoneDraft => ({ id: newCommandId(), dueOn: null, deliverables: [emptyDeliverable()] })
export const emptyItem = (): ItemDraft => ({ id: newCommandId(), title: '', unit: '', milestones: [emptyMilestone()] })
/** One work as the route takes it; undefined while something is missing. */
export function wholeItem({ id, title, unit, quantity, milestones: drafts }: ItemDraft) {
  const milestones = drafts.flatMap(({ id: milestoneId, quantity: part, dueOn, deliverables }) =>
    part === undefined || dueOn === null || deliverables.some((one) => one.title.trim().length < 3)
      ? []
      : [{ id: milestoneId, quantity: part, dueOn, deliverables: [...deliverables] }],
  )
  if (title.trim().length < 3 || unit.trim() === '' || quantity === undefined || milestones.length < drafts.length) return undefined
  return { id, title, unit, quantity, milestones }
}
interface Props {
  readonly item: ItemDraft
  readonly place: number
  readonly onChange: (item: ItemDraft) => void
  readonly onRemove: (() => void) | undefined
}
/** One work of the scope, with by when how much of it and what all is handed in then. */
export function ItemFields({ item, place, onChange, onRemove }: Props) {
  const say = useSay()
  const change = (more: Partial<ItemDraft>): void => onChange({ ...item, ...more })
  const sum = item.milestones.reduce((total, { quantity }) => total + (quantity ?? 0), 0)
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border border-line p-3">
      <legend className="px-1 font-semibold">{say(words['item-n'], { n: place })}</legend>
      <FieldGrid>
        <TextField label={say(words['item-title'])} isRequired value={item.title} onChange={(title) => change({ title })} />
        <NumberField label={say(words['item-quantity'])} isRequired value={item.quantity} onChange={(quantity) => change({ quantity })} />
        <TextField
          label={say(words['item-unit'])}
          hint={say(words['item-unit-hint'])}
          isRequired
          value={item.unit}
          onChange={(unit) => change({ unit })}
        />
      </FieldGrid>
      {item.milestones.map((milestone, index) => (
        <MilestoneFields
          key={milestone.id}
          milestone={milestone}
          place={index + 1}
          onChange={(changed) => change({ milestones: item.milestones.map((one) => (one.id === milestone.id ? changed : one)) })}
          onRemove={
            item.milestones.length === 1
              ? undefined
              : () => change({ milestones: item.milestones.filter((one) => one.id !== milestone.id) })
          }
        />
      ))}
      <p className="text-ink-2 text-meta">{say(words['item-sum'], { sum, quantity: item.quantity ?? 0 })}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          look="quiet"
          isDisabled={item.milestones.length >= 12}
          onPress={() => change({ milestones: [...item.milestones, emptyMilestone()] })}
        >
          {say(words['add-milestone'])}
        </Button>
        {onRemove === undefined ? null : (
          <Button look="quiet" onPress={onRemove}>
            {say(words['remove-item'])}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
interface MilestoneProps {
  readonly milestone: MilestoneDraft
  readonly place: number
  readonly onChange: (milestone: MilestoneDraft) => void
  readonly onRemove: (() => void) | undefined
}
function MilestoneFields({ milestone, place, onChange, onRemove }: MilestoneProps) {
  const say = useSay()
  const { deliverables } = milestone
  const change = (more: Partial<MilestoneDraft>): void => onChange({ ...milestone, ...more })
  return (
    <fieldset className="flex flex-col gap-2 border-line border-t pt-2">
      <legend className="text-ink-2 text-meta">{say(words['milestone-n'], { n: place })}</legend>
      <FieldGrid>
        <DateField label={say(words['due-on'])} isRequired value={milestone.dueOn} onChange={(dueOn) => change({ dueOn })} />
        <NumberField
          label={say(words['milestone-quantity'])}
          isRequired
          value={milestone.quantity}
          onChange={(quantity) => change({ quantity })}
        />
      </FieldGrid>
      {deliverables.map((one, index) => (
        <div key={one.id} className="flex flex-wrap items-end gap-2">
          <div className="grow basis-64">
            <TextField
              label={say(words[deliverables.length === 1 ? 'deliverable-title' : 'deliverable-title-n'], { n: index + 1 })}
              hint={index === 0 ? say(words['deliverable-title-hint']) : undefined}
              isRequired
              value={one.title}
              onChange={(title) => change({ deliverables: deliverables.map((other) => (other.id === one.id ? { ...one, title } : other)) })}
            />
          </div>
          {deliverables.length === 1 ? null : (
            <Button look="quiet" onPress={() => change({ deliverables: deliverables.filter((other) => other.id !== one.id) })}>
              {say(words['remove-deliverable'], { n: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          look="quiet"
          isDisabled={deliverables.length >= MOST_DELIVERABLES}
          onPress={() => change({ deliverables: [...deliverables, emptyDeliverable()] })}
        >
          {say(words['add-deliverable'])}
        </Button>
        {onRemove === undefined ? null : (
          <Button look="quiet" onPress={onRemove}>
            {say(words['remove-milestone'])}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
