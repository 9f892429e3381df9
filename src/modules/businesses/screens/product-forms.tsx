import { useState } from 'react'
import { newCommandId, useUpload, useWrite } from '../../../platform/client.ts'
import { MOST_PAPER_BYTES } from '../../../platform/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField } from '../../../ui/fields.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { MoneyField } from '../../../ui/identity-fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { addPhoto, addProduct, changeProduct, type Product, setPrice, testCapacity } from '../contract/products.ts'
import { words } from '../words.ts'
import { NEW_PRODUCT, ProductFields, type ProductValue } from './product-fields.tsx'

interface Closing {
  readonly onClose: () => void
}
export function AddProductDialog({ businessId, onClose }: Closing & { readonly businessId: string }) {
  const say = useSay()
  const [value, setValue] = useState(NEW_PRODUCT)
  const write = useWrite(addProduct)
  const { weeklyDeclared } = value
  const press = (): void => {
    if (weeklyDeclared === undefined) return
    const input = { businessId, id: newCommandId(), ...value, seasonMonths: [...value.seasonMonths], weeklyDeclared }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['add-product'])} isOpen onClose={onClose}>
      <ProductFields value={value} onChange={setValue} />
      <ProblemBox error={write.error} />
      <div className="pt-4">
        <Button
          look="primary"
          isDisabled={weeklyDeclared === undefined || value.name.trim().length < 2}
          isPending={write.isPending}
          onPress={press}
        >
          {say(words['add-product'])}
        </Button>
      </div>
    </Dialog>
  )
}
export function ChangeProductDialog({ product, onClose }: Closing & { readonly product: Product }) {
  const say = useSay()
  const { id, version, isOffered } = product
  const [value, setValue] = useState<ProductValue>({
    name: product.name,
    unit: product.unit,
    seasonMonths: product.seasonMonths,
    weeklyDeclared: product.weekly.declared,
  })
  const write = useWrite(changeProduct)
  const { weeklyDeclared } = value
  const press = (offered: boolean): void => {
    if (weeklyDeclared === undefined) return
    const input = { id, version, ...value, seasonMonths: [...value.seasonMonths], weeklyDeclared, isOffered: offered }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={product.name} isOpen onClose={onClose}>
      <ProductFields value={value} onChange={setValue} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2 pt-4">
        <Button look="primary" isDisabled={weeklyDeclared === undefined} isPending={write.isPending} onPress={() => press(isOffered)}>
          {say(words.save)}
        </Button>
        <Button look="quiet" isPending={write.isPending} onPress={() => press(!isOffered)}>
          {say(words[isOffered ? 'retire-product' : 'offer-again'])}
        </Button>
      </div>
    </Dialog>
  )
}
export function PriceDialog({ product, onClose }: Closing & { readonly product: Product }) {
  const say = useSay()
  const [priceRial, setPriceOf] = useState<number>()
  const [costRial, setCost] = useState<number>()
  const [validFrom, setFrom] = useState<string | null>(null)
  const write = useWrite(setPrice)
  const press = (): void => {
    if (priceRial === undefined || validFrom === null) return
    write.mutate({ input: { id: product.id, validFrom, priceRial, costRial: costRial ?? null } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['price-of'], { name: product.name })} isOpen onClose={onClose}>
      <FieldGrid>
        <MoneyField label={say(words['price-rial'])} isRequired value={priceRial} onChange={setPriceOf} />
        <MoneyField label={say(words['cost-rial'])} value={costRial} onChange={setCost} />
        <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setFrom} />
      </FieldGrid>
      <ProblemBox error={write.error} />
      <div className="pt-4">
        <Button look="primary" isDisabled={priceRial === undefined || validFrom === null} isPending={write.isPending} onPress={press}>
          {say(words['set-price'])}
        </Button>
      </div>
    </Dialog>
  )
}
interface Tested {
  readonly id: string
  readonly name: string
  readonly unit: Product['unit']
  readonly version: number
}
export function TestDialog({ product, onClose }: Closing & { readonly product: Tested }) {
  const say = useSay()
  const [tested, setTested] = useState<number>()
  const [testedOn, setOn] = useState<string | null>(null)
  const write = useWrite(testCapacity)
  const press = (): void => {
    if (tested === undefined || testedOn === null) return
    write.mutate({ input: { id: product.id, tested, testedOn, version: product.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['test-of'], { name: product.name })} isOpen onClose={onClose}>
      <p className="pb-3 text-ink-2">{say(words['test-hint'])}</p>
      <FieldGrid>
        <NumberField
          label={say(words['weekly-tested'])}
          isRequired
          unit={say(words[`unit-${product.unit}`])}
          value={tested}
          onChange={setTested}
        />
        <DateField label={say(words['tested-on'])} isRequired value={testedOn} onChange={setOn} />
      </FieldGrid>
      <ProblemBox error={write.error} />
      <div className="pt-4">
        <Button look="primary" isDisabled={tested === undefined || testedOn === null} isPending={write.isPending} onPress={press}>
          {say(words['test-capacity'])}
        </Button>
      </div>
    </Dialog>
  )
}
export function PhotoDialog({ product, onClose }: Closing & { readonly product: Product }) {
  const say = useSay()
  const upload = useUpload(addPhoto)
  const choose = async (file: File): Promise<void> => {
    if ((await upload.send({ id: product.id, photoId: newCommandId() }, file)) !== undefined) onClose()
  }
  return (
    <Dialog title={say(words.photo)} isOpen onClose={onClose}>
      <FileUpload
        label={say(words['add-photo'])}
        hint={say(words['photo-hint'])}
        accept={['.jpg', '.jpeg', '.png']}
        maxBytes={MOST_PAPER_BYTES}
        uploading={upload}
        onChoose={(file) => void choose(file)}
      />
    </Dialog>
  )
}
