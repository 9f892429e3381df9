import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { readLinks } from '../contract/board.ts'
import { addLinkActor, endLinkActor } from '../contract/facts.ts'
import { words } from '../words.ts'
import { Parts, useNameOf } from './parts.tsx'

interface Ending {
  readonly id: string
  readonly actor: string
  readonly version: number
}
interface Adding {
  readonly chainCode: string
  readonly place: number
  readonly name: string
}
/** The links of each chain: who does them where, and where nobody does. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const nameOf = useNameOf()
  const read = useRead(readLinks, {})
  const mayKeep = useMay('amayesh.keep-figure')
  const [adding, setAdding] = useState<Adding>()
  const [ending, setEnding] = useState<Ending>()
  const joined = (parts: readonly string[]): string => parts.join(language === 'en' ? ', ' : '، ')
  return (
    <>
      <PageHeader title={say(words.links)} />
      <Parts current="links" />
      <p className="pb-4 text-ink-2">{say(words['links-hint'])}</p>
      <Read of={read}>
        {({ chains, counties }) =>
          chains.map((chain) => (
            <Card key={chain.code} title={nameOf(chain)}>
              <DataTable
                label={nameOf(chain)}
                rows={chain.links}
                keyOf={({ place }) => String(place)}
                columns={[
                  {
                    key: 'link',
                    title: say(words.link),
                    cell: (link) => (
                      <>
                        {nameOf(link)} {link.isMissingInProvince ? <Tag meaning="due">{say(words['missing-in-province'])}</Tag> : null}
                      </>
                    ),
                  },
                  {
                    key: 'actors',
                    title: say(words.actors),
                    cell: ({ actors }) =>
                      actors.length === 0 ? (
                        '—'
                      ) : (
                        <ul>
                          {actors.map((one) => (
                            <li key={one.id} className="flex flex-wrap items-center gap-x-2">
                              {one.actor} ({countyName(one.countyCode)})
                              {mayKeep ? (
                                <Button look="quiet" label={`${say(words['end-actor'])}: ${one.actor}`} onPress={() => setEnding(one)}>
                                  {say(words['end-actor'])}
                                </Button>
                              ) : null}
                            </li>
                          ))}
                        </ul>
                      ),
                  },
                  {
                    key: 'missing',
                    title: say(words['missing-in']),
                    cell: ({ missingIn }) =>
                      missingIn.length === 0
                        ? say(words['missing-nowhere'])
                        : missingIn.length === counties.length && counties.length > 1
                          ? say(words['missing-everywhere'])
                          : joined(missingIn.map(countyName)),
                  },
                  {
                    key: 'add',
                    title: say(words.act),
                    cell: (link) =>
                      mayKeep ? (
                        <Button
                          look="quiet"
                          label={`${say(words['add-actor'])}: ${nameOf(link)}`}
                          onPress={() => setAdding({ chainCode: chain.code, place: link.place, name: nameOf(link) })}
                        >
                          {say(words['add-actor'])}
                        </Button>
                      ) : null,
                  },
                ]}
              />
            </Card>
          ))
        }
      </Read>
      {ending === undefined ? null : <EndDialog actor={ending} onClose={() => setEnding(undefined)} />}
      {adding === undefined ? null : <ActorDialog at={adding} onClose={() => setAdding(undefined)} />}
    </>
  )
}
function ActorDialog({ at: { chainCode, place, name }, onClose }: { readonly at: Adding; readonly onClose: () => void }) {
  const say = useSay()
  const [id] = useState(newCommandId)
  const [countyCode, setCounty] = useState<string>()
  const [actor, setActor] = useState('')
  const [source, setSource] = useState('')
  const [validFrom, setFrom] = useState<string | null>(null)
  const write = useWrite(addLinkActor, { onDone: onClose })
  const send = (): void => {
    if (countyCode === undefined || validFrom === null) return
    write.mutate({ input: { id, chainCode, place, countyCode, actor, source, validFrom } })
  }
  const isReady = countyCode !== undefined && validFrom !== null && actor.trim().length >= 2 && source.trim().length >= 5
  return (
    <Dialog title={`${say(words['add-actor'])}: ${name}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <CountyField label={say(words.county)} isRequired value={countyCode} onChange={setCounty} />
        <TextField label={say(words.actor)} name="actor" isRequired value={actor} onChange={setActor} />
        <TextField
          label={say(words.source)}
          hint={say(words['source-hint'])}
          name="source"
          isRequired
          value={source}
          onChange={setSource}
        />
        <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setFrom} />
        <div>
          <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
            {say(words.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
function EndDialog({ actor: { id, actor, version }, onClose }: { readonly actor: Ending; readonly onClose: () => void }) {
  const say = useSay()
  const [validTo, setTo] = useState<string | null>(null)
  const write = useWrite(endLinkActor, { onDone: onClose })
  const send = (): void => {
    if (validTo !== null) write.mutate({ input: { id, version, validTo } })
  }
  return (
    <Dialog title={`${say(words['end-actor'])}: ${actor}`} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <DateField label={say(words['valid-to'])} isRequired value={validTo} onChange={setTo} />
        <div>
          <Button look="primary" isDisabled={validTo === null} isPending={write.isPending} onPress={send}>
            {say(words['end-actor'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
