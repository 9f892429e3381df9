import { useRead } from '../../../platform/client.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listChains } from '../contract.ts'
import { words } from '../words.ts'

/** Each chain from raw material to buyer, step by step; the missing link is said in words, not in colour alone. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(listChains, {})
  return (
    <>
      <PageHeader title={say(words.chains)} />
      <Read of={read}>
        {({ chains }) => (
          <>
            {chains.map((chain) => (
              <Card key={chain.code} title={language === 'en' ? chain.nameEn : chain.nameFa}>
                <ol className="grid gap-2 lg:grid-flow-col lg:auto-cols-fr">
                  {chain.steps.map((step) => (
                    <li
                      key={step.place}
                      className={`rounded-card border p-3 ${step.isMissingLink ? 'border-overdue border-dashed bg-overdue-ground' : 'border-line bg-sunken'}`}
                    >
                      <span className="block text-ink-2 text-tag">{formatNumber(step.place, language)}</span>
                      <span className="block font-semibold text-dense">{language === 'en' ? step.nameEn : step.nameFa}</span>
                      {step.isMissingLink ? <Tag meaning="overdue">{say(words['missing-link'])}</Tag> : null}
                      {step.note === null ? null : <span className="block pt-1 text-tag">{step.note}</span>}
                    </li>
                  ))}
                </ol>
              </Card>
            ))}
          </>
        )}
      </Read>
    </>
  )
}
