import { useState } from 'react'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type Hub, listHubsRoute, listLeads } from '../contract/hubs.ts'
import { words } from '../words.ts'
import { HubDialog } from './hub-dialog.tsx'

/** Groups and hubs: where goods are gathered, who leads, by which rules. */
export function Screen() {
  const say = useSay()
  const may = useMay('businesses.keep-hub')
  // Whoever runs the market of a county reads of the hubs of others, and changes her own.
  const counties = useActing()?.counties ?? []
  const read = useRead(listHubsRoute, {})
  const [opened, setOpened] = useState<Hub | 'new'>()
  return (
    <>
      <PageHeader
        title={say(words.hubs)}
        facts={say(words['hubs-hint'])}
        actions={
          may ? (
            <Button look="primary" onPress={() => setOpened('new')}>
              {say(words['open-hub'])}
            </Button>
          ) : undefined
        }
      />
      <Read of={read}>
        {({ hubs }) =>
          hubs.length === 0 ? (
            <EmptyState>{say(words['no-hubs'])}</EmptyState>
          ) : (
            <div className="grid items-start gap-x-4 lg:grid-cols-2">
              {hubs.map((hub) => (
                <OneHub
                  key={hub.id}
                  hub={hub}
                  members={hub.members}
                  onChange={may && counties.includes(hub.countyCode) ? () => setOpened(hub) : undefined}
                />
              ))}
            </div>
          )
        }
      </Read>
      {opened === undefined ? null : <HubDialog hub={opened === 'new' ? null : opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}
interface OneHubProps {
  readonly hub: Hub
  readonly members: number
  readonly onChange: (() => void) | undefined
}
function OneHub({ hub, members, onChange }: OneHubProps) {
  const say = useSay()
  const language = useLanguage()
  const mayReadMembers = useMay('businesses.read-members')
  const { countyName } = useCounties()
  const mayKeep = useMay('businesses.keep-hub')
  const leads = useRead(listLeads, {}, { enabled: mayKeep })
  const lead = leads.data?.leads.find(({ accountId }) => accountId === hub.leadAccountId)?.name
  // Whoever runs a market is told of no other operator than herself.
  const isLead = mayReadMembers && lead !== undefined
  return (
    <Card title={hub.name}>
      <Facts
        facts={[
          [say(words.county), countyName(hub.countyCode)],
          [
            say(words.state),
            <Tag key="state" meaning={hub.isOpen ? 'done' : 'neutral'}>
              {say(words[hub.isOpen ? 'hub-open' : 'hub-closed-state'])}
            </Tag>,
          ],
          [say(words['collection-point']), hub.collectionPoint],
          ...(hub.leadAccountId === null || lead !== undefined ? [[say(words.lead), lead ?? say(words['no-lead'])] as const] : []),
          [say(words.members), say(words['count-members'], { n: formatNumber(members, language) })],
        ]}
      />
      <p className="whitespace-pre-line pt-2 text-ink-2">{hub.rules}</p>
      <div className="flex flex-wrap items-center gap-4 pt-3">
        {onChange === undefined ? null : (
          <Button look="quiet" label={`${say(words['change-hub'])}: ${hub.name}`} onPress={onChange}>
            {say(words['change-hub'])}
          </Button>
        )}
        {isLead ? <TextLink to={`/staff/hubs/${hub.id}`}>{say(words['members-of'])}</TextLink> : null}
      </div>
    </Card>
  )
}
