import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'

export interface TabView {
  readonly id: string
  readonly label: string
  readonly content: ReactNode
}
/** Sides of one thing, one at a time; the arrow keys go where the eye sees. A row too long for a phone scrolls by itself. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly TabView[] }) {
  return (
    <AriaTabs>
      <TabList aria-label={label} className="flex gap-4 overflow-x-auto border-line border-b">
        {tabs.map(({ id, label: name }) => (
          <Tab
            key={id}
            id={id}
            className="flex min-h-11 shrink-0 cursor-pointer items-center border-transparent border-b-3 px-1 text-dense outline-none data-[selected]:border-brand data-[selected]:font-bold data-[focus-visible]:bg-brand-soft hover:text-brand"
          >
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pt-4">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
