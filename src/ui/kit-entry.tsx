import './kit.css'
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { englishCatalogueOf, type Language } from '../platform/words.ts'
import { Button } from './button.tsx'
import { FieldsPart, FormPart, UploadPart, ValuesPart } from './kit/fields-part.tsx'
import { ListDetailPart, LongTablePart, ShortTablePart } from './kit/lists-part.tsx'
import { ButtonsPart, FloatingPart, PrintPart, RoadPart, StatesPart } from './kit/rest-part.tsx'
import { english as kitEnglish } from './kit/words.en.ts'
import { words } from './kit/words.ts'
import { LanguageProvider, useChangeLanguage, useLanguage, useSay } from './language.tsx'
import { PageHeader } from './layout.tsx'
import { Shell } from './shell.tsx'
import { Toasts } from './toast.tsx'
import { english } from './words.en.ts'
import { words as ui } from './words.ts'

/** `/kit` under `npm run dev`: every piece in every state, for those who build screens and for the test of the kit. */
function KitPage() {
  const say = useSay()
  const language = useLanguage()
  const change = useChangeLanguage()
  return (
    <Shell
      nav={[{ path: '/kit', label: say(words.kit), icon: 'network', order: 1, isCurrent: true }]}
      link={(item, content, className) => (
        <a href={item.path} className={className} aria-current="page">
          {content}
        </a>
      )}
      acting={{ name: say(words['office-person']), as: say(words.office) }}
      controls={
        <Button look="deep" onPress={() => change(language === 'fa' ? 'en' : 'fa')}>
          {say(ui['language-other'])}
        </Button>
      }
      isDemo
      pageKey="/kit"
    >
      <PageHeader title={say(words.kit)} facts={say(words.about)} />
      <ButtonsPart />
      <FieldsPart />
      <ValuesPart />
      <FormPart />
      <UploadPart />
      <FloatingPart />
      <StatesPart />
      <RoadPart />
      <ListDetailPart />
      <ShortTablePart />
      <PrintPart />
      <LongTablePart />
      <Toasts />
    </Shell>
  )
}
const catalogue = englishCatalogueOf([
  [ui, english],
  [words, kitEnglish],
])
function Kit() {
  const [language, setLanguage] = useState<Language>('fa')
  return (
    <LanguageProvider language={language} catalogue={catalogue} change={setLanguage}>
      <KitPage />
    </LanguageProvider>
  )
}
const root = createRootRoute()
const everywhere = createRoute({ getParentRoute: () => root, path: '$', component: Kit })
const at = document.getElementById('root')
if (at !== null) createRoot(at).render(<RouterProvider router={createRouter({ routeTree: root.addChildren([everywhere]) })} />)
