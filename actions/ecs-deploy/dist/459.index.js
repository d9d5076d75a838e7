export const id = 459;
export const ids = [459];
export const modules = {

/***/ 1459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fenceFleet: () => (/* binding */ fenceFleet)
/* harmony export */ });
function fenceFleet(fleet, confirm) {
    return {
        describeService: (target) => fleet.describeService(target),
        describeServices: (cluster, services) => fleet.describeServices(cluster, services),
        describeTaskDefinition: (name) => fleet.describeTaskDefinition(name),
        registerTaskDefinition: async (document) => {
            await confirm();
            return fleet.registerTaskDefinition(document);
        },
        updateService: async (target, change) => {
            await confirm();
            return fleet.updateService(target, change);
        },
        findServiceDeployment: (target, deploymentId, candidate) => fleet.findServiceDeployment(target, deploymentId, candidate),
        requestRollback: (request) => fleet.requestRollback(request),
        resolvedImages: (arn) => fleet.resolvedImages(arn),
        tasks: (target, desiredStatus) => fleet.tasks(target, desiredStatus),
        instanceIds: (cluster, containerInstances) => fleet.instanceIds(cluster, containerInstances),
    };
}


/***/ })

};
