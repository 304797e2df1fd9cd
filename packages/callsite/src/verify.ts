import { installChecker } from "./check-sites.ts";

installChecker();
