import { ChevronDown } from 'lucide-react'
import { type ComponentProps, createContext, use } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useSay } from './language.tsx'
import { words } from './words.ts'

/** What every field has: its label above, a hint under it, and under the field what is wrong with it. */
export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly isRequired?: boolean
  readonly error?: string | undefined
  /** Its name in the input of the route: under it the server's own sentence finds the field. */
  readonly name?: string | undefined
}
export const BOX =
  'w-full rounded-control border border-control bg-surface px-3 py-2 min-h-12 lg:min-h-10 text-ink placeholder:text-ink-2 data-[focused]:border-brand data-[invalid]:border-overdue data-[disabled]:bg-sunken data-[disabled]:text-ink-2'
const STAR = ' *'

/** Sentences of the server under the names of fields; a form fills it. */
export const FieldProblems = createContext<ReadonlyMap<string, string>>(new Map())
/** What is wrong with a field: its own look first, else what the server said under its name. */
export function useFieldError({ error, name }: Pick<FieldProps, 'error' | 'name'>): string | undefined {
  const said = use(FieldProblems)
  return error ?? (name === undefined ? undefined : said.get(name))
}
export function RequiredMark({ isRequired = false }: { readonly isRequired?: boolean | undefined }) {
  const say = useSay()
  return isRequired ? (
    <span className="text-overdue">
      <span aria-hidden>{STAR}</span>
      <span className="sr-only"> {say(words.required)}</span>
    </span>
  ) : null
}
/** A label above, the red star with its word for those who do not see it. */
export function FieldLabel({ label, isRequired }: Pick<FieldProps, 'label' | 'isRequired'>) {
  return (
    <Label className="field-label block font-semibold text-dense">
      {label}
      <RequiredMark isRequired={isRequired} />
    </Label>
  )
}
export function Hint({ children }: { readonly children: string | undefined }) {
  return children === undefined ? null : (
    <Text slot="description" className="block text-ink-2 text-tag">
      {children}
    </Text>
  )
}
/** The platform's own list in the look of the kit. */
export function SelectBox({ className = '', ...rest }: ComponentProps<'select'>) {
  return (
    <span className={`relative block ${className}`}>
      <select {...rest} className={`${BOX} appearance-none pe-10`} />
      <ChevronDown aria-hidden size={18} className="pointer-events-none absolute inset-y-0 end-3 my-auto text-ink-2" />
    </span>
  )
}
export function Wrong({ children }: { readonly children: string | undefined }) {
  return children === undefined ? null : <FieldError className="block pt-1 text-overdue text-tag">{children}</FieldError>
}
