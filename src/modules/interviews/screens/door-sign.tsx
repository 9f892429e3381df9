import { Button } from '../../../ui/button.tsx'
import { useSay } from '../../../ui/language.tsx'
import { words as ui } from '../../../ui/words.ts'
import { words } from '../words.ts'

/** What stands on every door, everywhere the same: nothing on it says why somebody comes (roles.md §3.7). */
export function DoorSign({ sign, onBack }: { readonly sign: string; readonly onBack: () => void }) {
  const say = useSay()
  return (
    <>
      <div className="no-print flex flex-wrap gap-2 pb-4">
        <Button look="primary" onPress={() => window.print()}>
          {say(ui.print)}
        </Button>
        <Button look="quiet" onPress={onBack}>
          {say(words['back-to-sessions'])}
        </Button>
      </div>
      <article className="mx-auto flex min-h-[60vh] max-w-[190mm] flex-col items-center justify-center gap-6 rounded-card border border-line bg-white p-8 text-center text-ink print:min-h-[240mm] print:border-0">
        <p className="text-page">{say(ui.kariz)}</p>
        <h1 tabIndex={-1} className="font-bold text-[2rem] leading-relaxed outline-none print:text-[4rem]">
          {sign}
        </h1>
      </article>
    </>
  )
}
