import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { digits } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { words } from './words.ts'

interface SheetProps {
  readonly title: string
  readonly office: string
  readonly number: string
  readonly date: string
  /** Who signs: one box each. */
  readonly signatures: readonly string[]
  readonly children: ReactNode
}
/** A sheet of A4 with letterhead, number, date and signature boxes: seen on the screen as it will be printed. */
export function PrintSheet({ title, office, number, date, signatures, children }: SheetProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <div className="no-print pb-4">
        <Button look="primary" onPress={() => window.print()}>
          {say(words.print)}
        </Button>
      </div>
      <article className="mx-auto max-w-[190mm] rounded-card border border-line bg-white p-4 text-ink sm:p-8 print:border-0 print:p-0">
        <header className="flex flex-wrap items-start justify-between border-ink border-b pb-4">
          <div>
            <p className="font-bold">{office}</p>
            <h2 className="font-bold text-page">{title}</h2>
          </div>
          <dl className="text-dense">
            <div className="flex gap-2">
              <dt>{say(words.number)}:</dt>
              <dd>
                <bdi>{digits(number, language)}</bdi>
              </dd>
            </div>
            <div className="flex gap-2">
              <dt>{say(words.date)}:</dt>
              <dd>{date}</dd>
            </div>
          </dl>
        </header>
        <div className="py-6">{children}</div>
        <footer className="grid grid-cols-2 gap-6">
          {signatures.map((who) => (
            <div key={who} className="h-28 border border-control p-2 text-dense">
              {who} — {say(words.signature)}
            </div>
          ))}
        </footer>
      </article>
    </>
  )
}
