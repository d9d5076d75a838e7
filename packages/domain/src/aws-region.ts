import { didYouMean } from "./closest-name.ts";
import { configuration } from "./errors.ts";

const COMPASS = "(?:north|south)?(?:east|west)|north|south|central";

/** A part of the world, within a partition of its own at times, then a direction and a number: `us-gov-west-1`. */
const REGION = new RegExp(`^[a-z]{2,4}(?:-[a-z]{2,4})?-(?:${COMPASS})-\\d{1,2}$`);

/** Which region was meant is looked for among these; a newer one is as good. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const KNOWN =
  "us-east-1 us-east-2 us-west-1 us-west-2 eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 eu-north-1 eu-south-1 eu-south-2 " +
  "ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 " +
  "ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 af-south-1 ca-central-1 ca-west-1 il-central-1 " +
  "me-central-1 me-south-1 mx-central-1 sa-east-1 cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 eusc-de-east-1";

/** Reads the name of an AWS region, by its form: regions are added every year. Throws a configuration error. */
export function parseAwsRegion(text: string): string {
  if (REGION.test(text)) return text;
  const near = didYouMean(text, KNOWN.split(" "));
  throw configuration(
    "BAD_REGION",
    `"${text.slice(0, 60)}" is not an AWS region${near === "" ? ", such as eu-west-1" : near}`,
  );
}
