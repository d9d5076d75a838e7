export { openCheckout, type Checkout, type CommitDescription } from "./checkout.ts";
