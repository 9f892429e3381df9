import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { SearchField } from 'react-aria-components/SearchField'
import { Select, SelectValue } from 'react-aria-components/Select'
import { searchKey } from '../platform/persian.ts'
import { BOX, FieldLabel, type FieldProps, Hint, useFieldError, Wrong } from './field.tsx'
import type { Choice } from './fields.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

/** So many are shown at once; a longer list is narrowed by typing. */
export const SHOWN_CHOICES = 50

/** The choices whose letters hold what was typed, whatever its ي, ك, half-spaces and digits; those that begin with it come first. */
export function matching<T extends string>(choices: readonly Choice<T>[], typed: string): readonly Choice<T>[] {
  const key = joined(typed)
  if (key === '') return choices
  const found = choices.map((choice) => ({ choice, at: joined(choice.label).indexOf(key) })).filter(({ at }) => at >= 0)
  return [...found.filter(({ at }) => at === 0), ...found.filter(({ at }) => at > 0)].map(({ choice }) => choice)
}
/** Joined, spaced and half-spaced are one. */
function joined(text: string): string {
  return searchKey(text).replaceAll(' ', '')
}
/** One of many, found by typing: a settlement, an organisation, a field of work. */
export function SearchChoiceField<T extends string>({
  label,
  hint,
  isRequired = false,
  error,
  name,
  value,
  onChange,
  choices,
}: FieldProps & {
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly choices: readonly Choice<T>[]
}) {
  const say = useSay()
  const wrong = useFieldError({ error, name })
  const [typed, setTyped] = useState('')
  const found = matching(choices, typed)
  const shown = found.slice(0, SHOWN_CHOICES)
  return (
    <Select
      value={value ?? null}
      onChange={(key) => onChange(choices.find((one) => one.value === key)?.value)}
      onOpenChange={() => setTyped('')}
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      // Pressed before its choices have come, it opens and says so: on a slow network a press that does nothing is pressed again and again.
      allowsEmptyCollection
      {...(name === undefined ? {} : { 'data-field': name })}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      <Hint>{hint}</Hint>
      <Button className={`${BOX} flex items-center justify-between gap-2 text-start`}>
        <SelectValue>{() => choices.find((one) => one.value === value)?.label ?? say(words.choose)}</SelectValue>
        <ChevronDown aria-hidden size={18} className="shrink-0 text-ink-2" />
      </Button>
      <Wrong>{wrong}</Wrong>
      <Popover className="flex w-(--trigger-width) flex-col rounded-control border border-line bg-surface shadow-float" offset={4}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField aria-label={say(words.search)} autoFocus className="p-2">
            <Input role="combobox" aria-expanded className={`${BOX} [&::-webkit-search-cancel-button]:hidden`} />
          </SearchField>
          <ListBox<Choice<T>>
            items={shown}
            className="max-h-64 overflow-y-auto px-2 pb-2 outline-none"
            renderEmptyState={() => (
              <p className="px-3 py-2 text-ink-2 text-dense">{say(choices.length === 0 ? words.loading : words['nothing-found'])}</p>
            )}
          >
            {(choice) => (
              <ListBoxItem
                id={choice.value}
                textValue={choice.label}
                className="flex min-h-12 cursor-pointer items-center rounded-tag px-3 py-1 outline-none data-[focused]:bg-sunken data-[selected]:bg-brand-soft data-[selected]:font-semibold lg:min-h-10"
              >
                {choice.label}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
        {found.length > shown.length ? (
          <p className="border-line border-t px-3 py-2 text-ink-2 text-meta">
            {say(words['type-for-more'], { n: found.length - shown.length })}
          </p>
        ) : null}
      </Popover>
    </Select>
  )
}
