import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { navWords } from '../nav-words.ts'

/** The form comes when it is asked for: the shell carries the button alone. */
const RaiseDialog = lazy(() => import('./raise-dialog.tsx').then((file) => ({ default: file.RaiseDialog })))

/** «A rule stands in the way here», in the menu of every page; the form knows the page it was opened on. */
export function RaiseObstacle({ path }: { readonly path: string }) {
  const say = useSay()
  const mayRaise = useMay('reforms.raise')
  const [from, setFrom] = useState<string>()
  if (!mayRaise) return null
  return (
    <div className="mb-2 flex flex-col border-quiet-on-deep/40 border-b pb-2">
      <Button look="deep" onPress={() => setFrom(path)}>
        {say(navWords['raise-obstacle'])}
      </Button>
      {from === undefined ? null : (
        <Suspense>
          <RaiseDialog path={from} onClose={() => setFrom(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
