import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldGrid, SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox, Read } from '../../../ui/states.tsx'
import { addRoom, listRooms } from '../contract/sessions.ts'
import { words } from '../words.ts'

interface Props {
  readonly countyCode: string
  readonly value: string | undefined
  readonly onChange: (roomId: string | undefined) => void
}
/** The room, from those the county has, or a new one with its address. */
export function RoomFields({ countyCode, value, onChange }: Props) {
  const say = useSay()
  const [isAdding, setAdding] = useState(false)
  const rooms = useRead(listRooms, { countyCode })
  const added = (id: string): void => {
    setAdding(false)
    onChange(id)
  }
  return (
    <Read of={rooms}>
      {(data) => (
        <>
          {data.rooms.length === 0 ? (
            <p className="text-ink-2">{say(words['no-rooms'])}</p>
          ) : (
            <SelectField
              label={say(words.room)}
              isRequired
              name="roomId"
              value={value}
              onChange={onChange}
              choices={data.rooms.map(({ id, title, address }) => ({ value: id, label: `${title} · ${address}` }))}
            />
          )}
          {isAdding ? (
            <NewRoom countyCode={countyCode} onDone={added} />
          ) : (
            <div>
              <Button look="quiet" onPress={() => setAdding(true)}>
                {say(words['add-room'])}
              </Button>
            </div>
          )}
        </>
      )}
    </Read>
  )
}
function NewRoom({ countyCode, onDone }: { readonly countyCode: string; readonly onDone: (id: string) => void }) {
  const say = useSay()
  const [title, setTitle] = useState('')
  const [address, setAddress] = useState('')
  const write = useWrite(addRoom)
  const press = (): void =>
    write.mutate({ input: { id: newCommandId(), countyCode, title, address } }, { onSuccess: ({ id }) => onDone(id) })
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <FieldGrid>
        <TextField label={say(words['room-title'])} isRequired value={title} onChange={setTitle} />
        <TextField label={say(words['room-address'])} isRequired value={address} onChange={setAddress} />
      </FieldGrid>
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={title.trim() === '' || address.trim() === ''} isPending={write.isPending} onPress={press}>
          {say(words['add-room'])}
        </Button>
      </div>
    </div>
  )
}
