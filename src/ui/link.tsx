import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link inside text or a table, underlined when pointed at, large enough for a thumb. */
export function TextLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link
      to={to}
      className="inline-flex min-h-12 items-center gap-1 font-semibold text-brand underline-offset-4 hover:underline lg:min-h-0"
    >
      {children}
    </Link>
  )
}
