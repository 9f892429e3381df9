import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { joinHub, listHubsRoute } from '../contract/hubs.ts'
import type { HerProducts } from '../contract/products.ts'
import { words } from '../words.ts'

interface Props {
  readonly businessId: string
  readonly countyCode: string
  readonly hub: HerProducts['hub']
}
/** The hub her goods go through; its rules are read to her before she joins. */
export function HubCard({ businessId, countyCode, hub }: Props) {
  const say = useSay()
  const language = useLanguage()
  const hubs = useRead(listHubsRoute, {}, { enabled: hub === null })
  const [hubId, setHub] = useState<string>()
  const write = useWrite(joinHub)
  const open = (hubs.data?.hubs ?? []).filter((one) => one.isOpen && one.countyCode === countyCode)
  const chosen = open.find(({ id }) => id === hubId)
  const move = (to: string | null): void => write.mutate({ input: { businessId, id: newCommandId(), hubId: to } })
  return (
    <Card title={say(words.hub)}>
      {hub === null ? (
        <div className="flex flex-col gap-3">
          <p>{say(words['no-hub'])}</p>
          {open.length === 0 ? (
            <p className="text-ink-2">{say(words['no-hubs'])}</p>
          ) : (
            <SelectField
              label={say(words['choose-hub'])}
              value={hubId}
              onChange={setHub}
              choices={open.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {chosen === undefined ? null : (
            <>
              <p className="whitespace-pre-line rounded-control bg-sunken p-3">{chosen.rules}</p>
              <div>
                <Button look="primary" isPending={write.isPending} onPress={() => move(chosen.id)}>
                  {say(words['hub-rules-read'])}
                </Button>
              </div>
            </>
          )}
        </div>
      ) : (
        <div className="flex flex-col gap-3">
          <p>{say(words['joined-hub'], { day: formatDate(hub.joinedOn, language), name: hub.name, place: hub.collectionPoint })}</p>
          <div>
            <Button look="quiet" isPending={write.isPending} onPress={() => move(null)}>
              {say(words['leave-hub'])}
            </Button>
          </div>
        </div>
      )}
      <ProblemBox error={write.error} />
    </Card>
  )
}
