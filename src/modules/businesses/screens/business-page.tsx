import { useParams } from '@tanstack/react-router'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { HerHeader } from '../../pathways/screens/port.tsx'
import { words as pathways } from '../../pathways/words.ts'
import { type Business, moveBusiness, readHerBusiness } from '../contract/businesses.ts'
import { businessMoves } from '../rules/business.ts'
import { permitEnds } from '../rules/permit.ts'
import { words } from '../words.ts'
import { BeginPermit } from './begin-permit.tsx'
import { PermitCard } from './permit-card.tsx'
import { ProductsCard } from './products-card.tsx'
import { RegisterForm } from './register-form.tsx'
import { BusinessTag } from './state-tags.tsx'

/** One woman's business: what she does, and where her permit stands. */
export function Screen() {
  const say = useSay()
  const { caseId = '' } = useParams({ strict: false })
  const read = useRead(readHerBusiness, { caseId })
  return (
    <>
      <HerHeader title={say(words['business-page'])} hint={say(words['business-hint'])} caseId={caseId} whose={read.data?.whose} />
      <p className="flex flex-wrap gap-4 pb-3">
        <TextLink to={`/staff/cases/${caseId}/work-plan`}>{say(pathways['work-plan'])}</TextLink>
        <TextLink to={`/staff/cases/${caseId}/exit-table`}>{say(pathways['exit-table'])}</TextLink>
      </p>
      <Read of={read}>
        {({ business, permits, countyCode, leadOrganisationId }) => (
          <>
            {business === null ? null : <BusinessCard business={business} />}
            {business === null || business.state === 'ended' ? (
              <Card title={say(words['register-business'])}>
                <RegisterForm caseId={caseId} countyCode={countyCode} />
              </Card>
            ) : (
              <>
                {permits.map((permit) => (
                  <PermitCard
                    key={permit.id}
                    permit={permit}
                    permitClass={business.permitClass}
                    countyCode={countyCode}
                    leadOrganisationId={leadOrganisationId}
                  />
                ))}
                {permits.every(({ state }) => permitEnds.has(state)) ? <BeginPermit businessId={business.id} /> : null}
                <ProductsCard businessId={business.id} countyCode={countyCode} />
              </>
            )}
          </>
        )}
      </Read>
    </>
  )
}
function BusinessCard({ business }: { readonly business: Business }) {
  const say = useSay()
  const language = useLanguage()
  const write = useWrite(moveBusiness)
  const { id, version, state, startedOn } = business
  return (
    <Card title={language === 'en' ? business.fieldNameEn : business.fieldNameFa}>
      <Facts
        facts={[
          [say(words.state), <BusinessTag key="state" state={state} />],
          [say(words.relation), say(words[`relation-${business.relation}`])],
          [say(words.kind), say(words[`kind-${business.kind}`])],
          [say(words['work-place']), say(words[`work-place-${business.workPlace}`])],
          ...(startedOn === null ? [] : [[say(words['started-on']), formatDate(startedOn, language)] as const]),
        ]}
      />
      <p className="pt-2 text-ink-2">{say(words['registered-on'], { day: formatDate(business.registeredOn, language) })}</p>
      <div className="flex flex-wrap gap-2 pt-3">
        {businessMoves[state].map((to) => (
          <Button key={to} look="quiet" isPending={write.isPending} onPress={() => write.mutate({ input: { id, to, version } })}>
            {say(words[`to-${to}`])}
          </Button>
        ))}
      </div>
      <ProblemBox error={write.error} />
    </Card>
  )
}
