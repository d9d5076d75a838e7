export { openCheckout, type Checkout } from "./checkout.ts";
