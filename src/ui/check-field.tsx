import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldLabel } from './field.tsx'
import type { Choice } from './fields.tsx'

/** Several choices at once, the whole row being the target. */
export function CheckField<T extends string>({
  label,
  value,
  onChange,
  choices,
}: {
  readonly label: string
  readonly value: readonly T[]
  readonly onChange: (value: readonly T[]) => void
  readonly choices: readonly Choice<T>[]
}) {
  const take = (chosen: string[]): void => onChange(choices.flatMap((one) => (chosen.includes(one.value) ? [one.value] : [])))
  return (
    <CheckboxGroup value={[...value]} onChange={take} validationBehavior="aria">
      <FieldLabel label={label} isRequired={false} />
      <div className="grid gap-2 pt-1 sm:grid-cols-2">
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-control border border-control bg-surface px-3 py-2 data-[selected]:border-brand data-[selected]:bg-brand-soft data-[focus-visible]:outline-3 data-[focus-visible]:outline-focus data-[focus-visible]:outline-offset-2 lg:min-h-10"
          >
            {({ isSelected }) => (
              <>
                <span
                  aria-hidden
                  className={`inline-flex size-5 shrink-0 items-center justify-center rounded-tag border-2 ${isSelected ? 'border-brand bg-brand text-white' : 'border-control bg-surface'}`}
                >
                  {isSelected ? <Check size={14} strokeWidth={3} /> : null}
                </span>
                {choice.label}
              </>
            )}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
