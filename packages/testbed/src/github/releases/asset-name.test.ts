import { expect, test } from "@jest/globals";
import { storedAssetName } from "./asset-name.ts";

test.each([
  ["shop-0.1.0+12.tar.gz", "shop-0.1.0+12.tar.gz"],
  ["scope@1_0.tgz", "scope@1_0.tgz"],
  ["my file.txt", "my.file.txt"],
  ["fake.      file.txt", "fake.file.txt"],
  ["shop_1.0~rc1.deb", "shop_1.0.rc1.deb"],
  ["app-(15-5)-x.apk", "app-.15-5.-x.apk"],
  ["a%%%%%!!!b.txt", "a.b.txt"],
  ["trailing.", "trailing"],
  [".hidden", "default.hidden"],
])("GitHub keeps an asset %j as %j", (given, kept) => {
  expect(storedAssetName(given)).toBe(kept);
});
