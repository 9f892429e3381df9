import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField, FieldGrid, TextField } from '../../../ui/fields.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { IncomeBand, WorkLimit } from '../contract/limits.ts'
import { type KeyedPaper, SignedBy } from '../contract/papers.ts'
import { words } from '../words.ts'

/** What is known so far of the paper something is keyed in from; undefined where it is said on the screen at once. */
export type PaperDraft =
  | {
      readonly code?: string | undefined
      readonly filledOn?: string | undefined
      readonly signedBy?: KeyedPaper['signedBy'] | undefined
    }
  | undefined
/** The paper as it goes with what is keyed in; undefined while it is not whole. */
export function wholePaper(draft: PaperDraft): KeyedPaper | undefined {
  if (draft === undefined) return undefined
  const { code, filledOn, signedBy } = draft
  return code === undefined || code === '' || filledOn === undefined || signedBy === undefined ? undefined : { code, filledOn, signedBy }
}
/** Keyed in from paper: which form, when it was filled in, who confirmed it. */
export function PaperFields({
  value,
  onChange,
  isSignedElsewhere = false,
}: {
  readonly value: PaperDraft
  readonly onChange: (value: PaperDraft) => void
  /** Who confirmed it is asked beside these fields already. */
  readonly isSignedElsewhere?: boolean
}) {
  const say = useSay()
  if (value === undefined)
    return (
      <div className="pb-4">
        <Button look="quiet" onPress={() => onChange({})}>
          {say(words['paper-from'])}
        </Button>
      </div>
    )
  return (
    <div className="mb-4 flex flex-col gap-4 rounded-control bg-sunken p-3">
      <FieldGrid>
        <TextField
          label={say(words['paper-code'])}
          isRequired
          isCode
          value={value.code ?? ''}
          onChange={(code) => onChange({ ...value, code })}
        />
        <DateField
          label={say(words['paper-filled-on'])}
          isRequired
          value={value.filledOn ?? null}
          onChange={(day) => onChange({ ...value, filledOn: day ?? undefined })}
        />
      </FieldGrid>
      {isSignedElsewhere ? null : (
        <ChoiceField
          label={say(words['paper-signed-by'])}
          isRequired
          value={value.signedBy}
          onChange={(signedBy) => onChange({ ...value, signedBy })}
          choices={SignedBy.options.map((one) => ({ value: one, label: say(words[`signed-${one}`]) }))}
        />
      )}
      <p className="text-dense text-ink-2">{say(words['paper-return'])}</p>
      <div>
        <Button look="quiet" onPress={() => onChange(undefined)}>
          {say(words['paper-not'])}
        </Button>
      </div>
    </div>
  )
}
/** What is hard for her at work, as codes. */
export function LimitsField({
  value,
  onChange,
}: {
  readonly value: readonly WorkLimit[]
  readonly onChange: (value: readonly WorkLimit[]) => void
}) {
  const say = useSay()
  return (
    <CheckField
      label={say(words['work-limits'])}
      value={value}
      onChange={onChange}
      choices={WorkLimit.options.map((one) => ({ value: one, label: say(words[`limit-${one}`]) }))}
    />
  )
}
/** The limits as they stand; that she was asked and named none is another thing than that nobody asked. */
export function LimitsLine({ limits }: { readonly limits: readonly WorkLimit[] | null }) {
  const say = useSay()
  const separator = useLanguage() === 'en' ? ', ' : '، '
  if (limits === null) return <p className="text-ink-2">{say(words['limits-unasked'])}</p>
  if (limits.length === 0) return <p className="text-ink-2">{say(words['limits-none'])}</p>
  return <p>{limits.map((one) => say(words[`limit-${one}`])).join(separator)}</p>
}
/** What the household lives on, as a band; no number is asked. */
export function IncomeField({
  value,
  onChange,
}: {
  readonly value: IncomeBand | undefined
  readonly onChange: (value: IncomeBand) => void
}) {
  const say = useSay()
  return (
    <ChoiceField
      label={say(words['income-band'])}
      hint={say(words['income-band-hint'])}
      value={value}
      onChange={onChange}
      choices={IncomeBand.options.map((one) => ({ value: one, label: say(words[`income-${one}`]) }))}
    />
  )
}
