import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { ReadPage } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Organisation, readOrganisation } from '../contract.ts'
import { words } from '../words.ts'
import { MembershipsCard } from './memberships-card.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'

/** One organisation or person: what it is, what it is in the plan, and its subsidiaries. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false })
  const read = useRead(readOrganisation, { id })
  const mayChange = useMay('partners.add-organisation')
  const [isChanging, setChanging] = useState(false)
  const named = ({ nameFa, nameEn }: Organisation): string => (language === 'en' ? (nameEn ?? nameFa) : nameFa)
  return (
    <ReadPage of={read}>
      {({ organisation, memberships, subsidiaries }) => (
        <>
          <PageHeader
            title={named(organisation)}
            facts={
              <>
                <span>{say(wordFor(words, `type-${organisation.type}`))}</span>
                {organisation.isSupportBody ? <Tag meaning="neutral">{say(words['is-support-body'])}</Tag> : null}
                {organisation.isSocialEntrepreneur ? <Tag meaning="neutral">{say(words['is-social-entrepreneur'])}</Tag> : null}
              </>
            }
            actions={mayChange ? <Button onPress={() => setChanging(true)}>{say(words['change-organisation'])}</Button> : undefined}
          />
          <Card>
            <Facts
              facts={[
                [
                  say(words['legal-id']),
                  <bdi key="legal" dir="ltr">
                    {organisation.legalId === null ? '—' : digits(organisation.legalId, language)}
                  </bdi>,
                ],
                ...(organisation.parentId === null
                  ? []
                  : [
                      [
                        say(words.parent),
                        <TextLink key="parent" to={`/staff/organisations/${organisation.parentId}`}>
                          {organisation.parentName}
                        </TextLink>,
                      ] as const,
                    ]),
              ]}
            />
          </Card>
          <MembershipsCard organisationId={organisation.id} memberships={memberships} />
          {organisation.type === 'holding' ? (
            <Card title={say(words.subsidiaries)}>
              {subsidiaries.length === 0 ? (
                <p className="text-ink-2">{say(words['no-subsidiaries'])}</p>
              ) : (
                <ul>
                  {subsidiaries.map((one) => (
                    <li key={one.id}>
                      <TextLink to={`/staff/organisations/${one.id}`}>{named(one)}</TextLink>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          ) : null}
          {isChanging ? <OrganisationDialog before={organisation} onClose={() => setChanging(false)} /> : null}
        </>
      )}
    </ReadPage>
  )
}
