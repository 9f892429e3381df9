import '../ui/kit.css'
import { QueryClient, QueryClientProvider, useIsFetching, useIsMutating } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  useRouterState,
} from '@tanstack/react-router'
import { ArrowLeftRight, Languages, LogOut } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { type Assignment, readSelf } from '../access/contract.ts'
import { AcceptPage } from '../access/screens/accept-page.tsx'
import { ChooseAssignmentPage } from '../access/screens/choose-assignment-page.tsx'
import { SecondFactorPage } from '../access/screens/second-factor.tsx'
import { type Self, SelfContext } from '../access/screens/self.tsx'
import { SignInPage } from '../access/screens/sign-in-page.tsx'
import { words as access } from '../access/words.ts'
import { RaiseObstacle } from '../modules/reforms/screens/port.tsx'
import { actIn, currentAssignment, Offline, useRead } from '../platform/client.ts'
import type { Catalogue, Language } from '../platform/words.ts'
import { Button } from '../ui/button.tsx'
import { formatNumber } from '../ui/format.ts'
import { LanguageProvider, useChangeLanguage, useLanguage, useSay, wordFor } from '../ui/language.tsx'
import { PageHeader } from '../ui/layout.tsx'
import { Shell, Threshold } from '../ui/shell.tsx'
import { EmptyState, ProblemBox, Read, Waiting } from '../ui/states.tsx'
import { Toasts } from '../ui/toast.tsx'
import { words as ui } from '../ui/words.ts'
import { pages } from './pages.tsx'
import { readWorklist } from './worklist/contract.ts'

/** Without a network nothing waits in silence: what is read or sent fails at once and says so, and what is seen is read again when the network is back. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, refetchOnWindowFocus: false, networkMode: 'always', refetchOnReconnect: true },
    mutations: { networkMode: 'always' },
  },
})

async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  actIn(null)
  // Nothing that was typed for a woman outlives the session on this device.
  sessionStorage.clear()
}
async function leave(): Promise<void> {
  await signOut()
  await queries.resetQueries()
}
/** From the link to the sign-in of the account it made, on a page that remembers neither the link nor whoever was signed in here before. */
async function enter(): Promise<void> {
  await signOut()
  window.location.replace('/')
}
/** Before a link, signed out, without a second factor, without an assignment, or at work: one of five. */
function Entrance() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const self = useRead(readSelf, {})
  if (path === '/sign-in/invitation')
    return (
      <Before>
        <AcceptPage onEntered={() => void enter()} />
      </Before>
    )
  return (
    <Read of={self}>
      {(data) => {
        if (!data.isSignedIn)
          return (
            <Before>
              <SignInPage isDemo={data.isDemo} />
            </Before>
          )
        if (data.mustSetSecondFactor)
          return (
            <Before>
              <SecondFactorPage leave={() => void leave()} />
            </Before>
          )
        if (data.current === null)
          return (
            <Before>
              <Choosing self={data} />
            </Before>
          )
        return (
          <SelfContext value={data}>
            <Staff self={data} />
          </SelfContext>
        )
      }}
    </Read>
  )
}
function Before({ children }: { readonly children: ReactNode }) {
  return <Threshold controls={<OtherLanguage />}>{children}</Threshold>
}
function Choosing({ self }: { readonly self: Self }) {
  const [only] = self.assignments
  useEffect(() => {
    if (only === undefined || self.assignments.length !== 1 || currentAssignment() === only.id) return
    actIn(only.id)
    void queries.resetQueries()
  }, [only, self.assignments.length])
  return <ChooseAssignmentPage assignments={self.assignments} waiting={self.waiting} leave={() => void leave()} />
}
function Staff({ self }: { readonly self: Self }) {
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const language = useLanguage()
  const tasks = useTasks(self.actions.includes('worklist.read'))
  const acting = self.assignments.find(({ id }) => id === self.current)
  const nav = pages
    .flatMap((page) =>
      page.nav !== undefined && self.actions.includes(page.action)
        ? [
            {
              path: page.path,
              label: say(page.nav.label),
              icon: page.nav.icon,
              order: page.nav.order,
              count: page.path === WORKLIST && tasks > 0 ? formatNumber(tasks, language) : undefined,
              isCurrent: path.startsWith(page.path),
            },
          ]
        : [],
    )
    .sort((one, other) => one.order - other.order)
  return (
    <Shell
      nav={nav}
      link={(item, content, className) => (
        <Link to={item.path} className={className} {...(item.isCurrent ? { 'aria-current': 'page' } : {})}>
          {content}
        </Link>
      )}
      acting={{ name: self.name ?? '', as: acting === undefined ? '' : saidOf(acting, say) }}
      fromEverywhere={<RaiseObstacle path={path} />}
      controls={<Controls hasChoice={self.assignments.length > 1} />}
      isDemo={self.isDemo}
      pageKey={path}
      isBusy={useIsFetching() + useIsMutating() > 0}
    >
      {path === '/' || path === '/staff' ? <Home first={nav[0]?.path} /> : <Outlet />}
    </Shell>
  )
}
/** The office, the duties and the body in whose name one acts, none of them twice. */
function saidOf({ role, duties, organisationName }: Assignment, say: ReturnType<typeof useSay>): string {
  const parts = [say(wordFor(access, `role-${role}`)), ...duties.map((duty) => say(wordFor(access, `duty-${duty}`))), organisationName]
  return [...new Set(parts.filter((part) => part !== null))].join(' · ')
}
const WORKLIST = '/staff/worklist'
/** How much waits for the reader, looked at again every minute. */
function useTasks(mayRead: boolean): number {
  const worklist = useRead(readWorklist, {}, { enabled: mayRead, every: 60_000 })
  return (worklist.data?.counts ?? []).reduce((sum, { count }) => sum + count, 0)
}
/** The first page of whoever enters is the first of her or his navigation. */
function Home({ first }: { readonly first: string | undefined }) {
  useEffect(() => {
    if (first !== undefined) void router.navigate({ to: first, replace: true })
  }, [first])
  return null
}
function OtherLanguage() {
  const say = useSay()
  const language = useLanguage()
  const change = useChangeLanguage()
  return (
    <Button look="deep" onPress={() => change(language === 'fa' ? 'en' : 'fa')}>
      <Languages aria-hidden size={18} />
      {say(ui['language-other'])}
    </Button>
  )
}
/** An address that leads nowhere, or a page that did not come. */
function NotHere() {
  const say = useSay()
  return (
    <>
      <PageHeader title={say(ui['not-here'])} />
      <EmptyState>{say(ui['not-here-hint'])}</EmptyState>
    </>
  )
}
function Broken({ error }: { readonly error: unknown }) {
  const say = useSay()
  return (
    <>
      <PageHeader title={say(ui['page-not-open'])} />
      <ProblemBox
        error={error instanceof Error ? error : new Error('unknown')}
        onAgain={() => (navigator.onLine ? location.reload() : undefined)}
      />
    </>
  )
}
function Controls({ hasChoice }: { readonly hasChoice: boolean }) {
  const say = useSay()
  return (
    <>
      {hasChoice ? (
        <Button
          look="deep"
          onPress={() => {
            actIn(null)
            void queries.resetQueries()
          }}
        >
          <ArrowLeftRight aria-hidden size={18} />
          {say(access['choose-assignment'])}
        </Button>
      ) : null}
      <OtherLanguage />
      <Button look="deep" onPress={() => void leave()}>
        <LogOut aria-hidden size={18} className="rtl:-scale-x-100" />
        {say(access['sign-out'])}
      </Button>
    </>
  )
}

/** Without a network a page that was never opened cannot come: it says so in its place, where the router itself would load the whole house anew and show nothing. */
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw navigator.onLine ? error : new Offline()
  }
}
const root = createRootRoute({ component: Entrance, notFoundComponent: NotHere })
const tree = root.addChildren(
  pages.map((page) =>
    createRoute({ getParentRoute: () => root, path: page.path, component: lazyRouteComponent(() => loaded(page.load), 'Screen') }),
  ),
)
const router = createRouter({ routeTree: tree, defaultErrorComponent: Broken, defaultPendingComponent: Waiting })

const LANGUAGE = 'kariz-language'
function App() {
  const [language, setLanguage] = useState<Language>(localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'fa')
  const [catalogue, setCatalogue] = useState<Catalogue>(new Map())
  const shown = useRef(language)
  useEffect(() => {
    localStorage.setItem(LANGUAGE, language)
    // What the server says in sentences is read again in the other language.
    if (shown.current !== language) void queries.invalidateQueries()
    shown.current = language
    if (language === 'en') void import('./english-words.ts').then(({ readEnglish }) => readEnglish()).then(setCatalogue)
  }, [language])
  return (
    <LanguageProvider language={language} catalogue={catalogue} change={setLanguage}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </LanguageProvider>
  )
}
const at = document.getElementById('root')
if (at !== null) createRoot(at).render(<App />)
