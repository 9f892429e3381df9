import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { readHerBusiness } from '../contract/businesses.ts'
import { words } from '../words.ts'
import { BusinessTag, PermitTag } from './state-tags.tsx'

/** On her case page: what she does, where her permit stands, and the way there. */
export function BusinessSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('businesses.read')
  const read = useRead(readHerBusiness, { caseId }, { enabled: may })
  if (!may) return null
  return (
    <Card title={say(words.business)}>
      <Read of={read}>
        {({ business, permits: [permit] }) => (
          <>
            {business === null ? (
              <p className="pb-2">{say(words['no-business'])}</p>
            ) : (
              <p className="flex flex-wrap items-center gap-2 pb-2">
                {language === 'en' ? business.fieldNameEn : business.fieldNameFa} <BusinessTag state={business.state} />
                {permit === undefined ? null : (
                  <>
                    {say(words.permit)}: <PermitTag state={permit.state} />
                  </>
                )}
              </p>
            )}
            <TextLink to={`/staff/cases/${caseId}/business`}>{say(words['business-page'])}</TextLink>
          </>
        )}
      </Read>
    </Card>
  )
}
