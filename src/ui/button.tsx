import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'

const LOOKS = {
  primary: 'bg-brand text-white hover:bg-brand-hover pressed:bg-brand-hover border border-brand',
  secondary: 'bg-surface text-ink border border-control hover:bg-sunken',
  quiet: 'bg-transparent text-brand border border-transparent hover:bg-brand-soft',
  deep: 'justify-start! bg-transparent text-on-deep border border-transparent hover:bg-brand-hover font-normal',
  danger: 'bg-surface text-overdue border border-overdue hover:bg-overdue-ground',
} as const
export interface ButtonProps {
  readonly children: ReactNode
  readonly look?: keyof typeof LOOKS
  readonly type?: 'button' | 'submit'
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  /** While the work runs: a second press does nothing. */
  readonly isPending?: boolean
  readonly label?: string
}
export function Button({
  children,
  look = 'secondary',
  type = 'button',
  onPress,
  isDisabled = false,
  isPending = false,
  label,
}: ButtonProps) {
  return (
    <AriaButton
      type={isPending ? 'button' : type}
      isDisabled={isDisabled}
      {...(isPending ? { 'aria-disabled': true } : {})}
      {...(onPress === undefined || isPending ? {} : { onPress })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={`inline-flex min-h-12 items-center justify-center gap-2 rounded-control px-4 text-body font-semibold data-[disabled]:border-line data-[disabled]:bg-sunken data-[disabled]:text-ink-2 lg:min-h-10 ${isPending ? 'cursor-progress opacity-80' : ''} ${LOOKS[look]}`}
    >
      {children}
    </AriaButton>
  )
}
