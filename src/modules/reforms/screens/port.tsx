import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { navWords } from '../nav-words.ts'
import { isWaitingOn, useShelf } from './raise-shelf.ts'

/** The form comes when it is asked for: the shell carries the button alone. */
const RaiseDialog = lazy(() => import('./raise-dialog.tsx').then((file) => ({ default: file.RaiseDialog })))

/**
 * «A rule stands in the way here», in the menu of every page; the form knows the page it was opened on. What waits for a network is sent from
 * wherever the reader goes on to: the form stays behind the page until it has arrived.
 */
export function RaiseObstacle({ path }: { readonly path: string }) {
  const say = useSay()
  const mayRaise = useMay('reforms.raise')
  const shelf = useShelf()
  const [from, setFrom] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  if (!mayRaise) return null
  const open = (): void => {
    setFrom(path)
    setOpen(true)
  }
  const shown = from ?? (isWaitingOn(shelf) ? path : undefined)
  const close = (): void => {
    setOpen(false)
    if (!isWaitingOn(shelf)) setFrom(undefined)
  }
  const done = (): void => {
    setOpen(false)
    setFrom(undefined)
  }
  return (
    <div className="mb-2 flex flex-col border-quiet-on-deep/40 border-b pb-2">
      <Button look="deep" onPress={open}>
        {say(navWords['raise-obstacle'])}
      </Button>
      {shown === undefined ? null : (
        <Suspense>
          <RaiseDialog path={shown} isOpen={isOpen} onClose={close} onDone={done} />
        </Suspense>
      )}
    </div>
  )
}
