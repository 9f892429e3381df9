import { ChevronLeft } from 'lucide-react'
import { Button } from 'react-aria-components/Button'

interface RowProps {
  readonly title: string
  readonly note: string
  readonly onPress: () => void
  readonly isDisabled?: boolean
  /** Its name for those who hear it, where the title alone says too little. */
  readonly label?: string
}
/** A row that is one target and leads on: who one is here. */
export function RowButton({ title, note, onPress, isDisabled = false, label }: RowProps) {
  return (
    <Button
      isDisabled={isDisabled}
      onPress={onPress}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="flex min-h-11 w-full items-center justify-between gap-3 rounded-control border border-control bg-surface px-3 py-1 text-start hover:border-brand hover:bg-brand-soft data-[disabled]:bg-sunken"
    >
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="font-semibold text-dense">{title}</span>
        <span className="text-ink-2 text-meta">{note}</span>
      </span>
      <ChevronLeft aria-hidden size={18} className="shrink-0 text-brand ltr:-scale-x-100" />
    </Button>
  )
}
