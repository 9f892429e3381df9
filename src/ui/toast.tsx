import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { useSay } from './language.tsx'
import { words } from './words.ts'

interface Told {
  readonly text: string
  /** Takes back what was done; the toast then goes away. */
  readonly undo?: () => void
}
/** Long enough to read and reach the button; it waits while it is looked at or has the focus. */
const STAYS_MS = 10_000
const queue = new ToastQueue<Told>({ maxVisibleToasts: 3 })

/** Tells that something was done, with a way back where there is one. Never for what failed: that stays on the page. */
export function tell(told: Told): void {
  queue.add(told, { timeout: STAYS_MS })
}
/** Where toasts appear; once per page. */
export function Toasts() {
  const say = useSay()
  return (
    <ToastRegion
      queue={queue}
      aria-label={say(words.notices)}
      className="no-print fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 outline-none lg:inset-x-auto lg:start-6"
    >
      {({ toast }) => (
        <Toast
          toast={toast}
          className="on-deep flex w-full max-w-md items-center gap-2 rounded-card bg-deep px-4 py-2 text-on-deep shadow-float outline-none data-[focus-visible]:outline-3 data-[focus-visible]:outline-focus"
        >
          <ToastContent className="flex-1">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo === undefined ? null : (
            <Button
              className="min-h-11 rounded-control px-3 font-semibold text-focus-on-deep hover:bg-brand-hover"
              onPress={() => {
                toast.content.undo?.()
                queue.close(toast.key)
              }}
            >
              {say(words.undo)}
            </Button>
          )}
          <Button slot="close" className="flex size-11 items-center justify-center rounded-control hover:bg-brand-hover">
            <X aria-hidden size={18} />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
