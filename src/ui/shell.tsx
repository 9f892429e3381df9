import {
  ClipboardList,
  CloudOff,
  FolderOpen,
  HandHeart,
  Inbox,
  Landmark,
  ListOrdered,
  type LucideIcon,
  Map as MapIcon,
  Menu,
  MessageSquare,
  Network,
  Package,
  Route,
  Scale,
  Settings,
  ShoppingBasket,
  Store,
  Upload,
  Users,
  X,
} from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useSay } from './language.tsx'
import { headingTakesFocus } from './layout.tsx'
import type { IconName } from './page.ts'
import { words } from './words.ts'

const ICONS: Readonly<Record<IconName, LucideIcon>> = {
  inbox: Inbox,
  store: Store,
  'folder-open': FolderOpen,
  'clipboard-list': ClipboardList,
  upload: Upload,
  route: Route,
  landmark: Landmark,
  'hand-heart': HandHeart,
  network: Network,
  map: MapIcon,
  users: Users,
  scale: Scale,
  'list-ordered': ListOrdered,
  'shopping-basket': ShoppingBasket,
  package: Package,
  message: MessageSquare,
  settings: Settings,
}
export interface NavItem {
  readonly path: string
  readonly label: string
  readonly icon: IconName
  readonly order: number
  readonly isCurrent: boolean
  /** How much waits there; the page says it too, so it is for the eye alone. */
  readonly count?: string | undefined
}
/** Parts of a long navigation, by the order at which each begins; what comes first needs no heading. */
const PARTS = [
  [0, undefined],
  [10, words['part-people']],
  [27, words['part-work']],
  [39, words['part-plan']],
  [44, words['part-market']],
  [50, words['part-oversight']],
  [60, words['part-administration']],
] as const
/** So many entries are looked through without headings. */
const SHORT = 12
interface ShellProps {
  readonly nav: readonly NavItem[]
  /** How a link is drawn: the router's own, given from outside. */
  readonly link: (item: NavItem, content: ReactNode, className: string) => ReactNode
  /** Who acts, and as what; under the product's name. */
  readonly acting: { readonly name: string; readonly as: string }
  /** What can be said from every page, above the pages so that it is found without looking for it. */
  readonly fromEverywhere?: ReactNode
  /** Language, assignment, leaving. */
  readonly controls: ReactNode
  readonly isDemo: boolean
  readonly pageKey: string
  /** Something is being read or written: a thin bar, when it lasts. */
  readonly isBusy?: boolean
  readonly children: ReactNode
}
function NavList({
  items,
  link,
  label,
}: Pick<ShellProps, 'link'> & { readonly items: readonly NavItem[]; readonly label?: string | undefined }) {
  return (
    <ul aria-label={label}>
      {items.map((item) => {
        const Icon = ICONS[item.icon]
        const look = `flex min-h-12 items-center gap-3 rounded-control px-3 text-dense no-underline lg:min-h-10 ${item.isCurrent ? 'bg-on-deep font-bold text-deep' : 'text-on-deep hover:bg-brand-hover'}`
        const content = (
          <>
            <Icon aria-hidden size={18} strokeWidth={2} />
            {item.label}
            {item.count === undefined ? null : (
              <span aria-hidden className="ms-auto text-tag">
                {item.count}
              </span>
            )}
          </>
        )
        return <li key={item.path}>{link(item, content, look)}</li>
      })}
    </ul>
  )
}
/** The staff surface: side navigation at the start side, a drawer on phones; after a change of page the focus goes to its heading. */
export function Shell({ nav, link, acting, fromEverywhere, controls, isDemo, pageKey, isBusy = false, children }: ShellProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const first = useRef(pageKey)
  const current = nav.find(({ isCurrent }) => isCurrent)?.label
  const name = say(words.kariz)
  useEffect(() => {
    // The title names the page and never whom it is about: it stays in the history of a shared machine.
    document.title = current === undefined ? name : `${current} · ${name}`
  }, [current, name])
  useEffect(() => {
    if (pageKey !== first.current) headingTakesFocus()
  }, [pageKey])
  return (
    <div className="min-h-screen lg:grid lg:grid-cols-[232px_1fr]">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-2">
        {say(words['skip-to-content'])}
      </a>
      <header className="on-deep no-print bg-deep text-on-deep lg:sticky lg:top-0 lg:flex lg:h-screen lg:flex-col lg:overflow-y-auto">
        <div className="flex items-center justify-between p-4">
          <div>
            <p className="font-extrabold text-page">{say(words.kariz)}</p>
            <p className="pt-1 text-dense">{acting.name}</p>
            <p className="text-meta text-quiet-on-deep">{acting.as}</p>
          </div>
          <button
            type="button"
            className="inline-flex size-12 items-center justify-center rounded-control lg:hidden"
            aria-expanded={isOpen}
            aria-label={say(isOpen ? words.close : words.menu)}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <X aria-hidden /> : <Menu aria-hidden />}
          </button>
        </div>
        <nav
          aria-label={say(words.menu)}
          onClick={() => setOpen(false)}
          onKeyUp={(event) => (event.key === 'Escape' ? setOpen(false) : undefined)}
          className={`${isOpen ? 'block' : 'hidden'} px-3 pb-4 lg:flex lg:flex-1 lg:flex-col lg:justify-between`}
        >
          <div>
            {fromEverywhere}
            {nav.length <= SHORT ? (
              <NavList items={nav} link={link} />
            ) : (
              <div>
                {PARTS.map(([from, heading], place) => {
                  const items = nav.filter(({ order }) => order >= from && order < (PARTS[place + 1]?.[0] ?? Number.POSITIVE_INFINITY))
                  if (items.length === 0) return null
                  return (
                    <div key={from}>
                      {heading === undefined ? null : (
                        <p aria-hidden className="px-3 pt-4 pb-1 text-meta text-quiet-on-deep">
                          {say(heading)}
                        </p>
                      )}
                      <NavList items={items} link={link} label={heading === undefined ? undefined : say(heading)} />
                    </div>
                  )
                })}
              </div>
            )}
          </div>
          <div className="mt-4 flex flex-col gap-1 border-quiet-on-deep/40 border-t pt-3">{controls}</div>
        </nav>
      </header>
      <div className="relative min-w-0">
        {isBusy ? <span aria-hidden className="busy-bar no-print absolute inset-x-0 top-0 z-20 h-0.5 bg-brand" /> : null}
        {isDemo ? (
          <aside className="no-print bg-due-ground px-4 py-1 text-center text-due text-tag" aria-label={say(words.demo)}>
            {say(words.demo)}
          </aside>
        ) : null}
        <WithoutNetwork />
        <main id="content" className="mx-auto max-w-6xl p-4 pb-24 sm:p-6 sm:pb-24 lg:pb-6">
          {children}
        </main>
      </div>
    </div>
  )
}
function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
/** Said where the eye begins, for as long as the network is away: what is on the page stays, and may no longer be the newest. */
function WithoutNetwork() {
  const say = useSay()
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  return (
    <div role="status" className="no-print">
      {isOnline ? null : (
        <p className="flex items-center justify-center gap-2 bg-waiting-ground px-4 py-1 text-tag text-waiting">
          <CloudOff aria-hidden size={14} className="shrink-0" />
          {say(words['without-network'])}
        </p>
      )}
    </div>
  )
}
/** What stands over the pages before work begins: sign-in, choosing an assignment. */
export function Threshold({ controls, children }: { readonly controls: ReactNode; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <>
      <header className="on-deep flex items-center justify-between bg-deep px-4 py-2 text-on-deep sm:px-6">
        <p className="font-extrabold text-page">{say(words.kariz)}</p>
        {controls}
      </header>
      {children}
    </>
  )
}
